package org.gruve.stratum.v1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** Writes one line, without its end. Params are always an array (docs/stratum-v1.md, 1). */
final class MessageWriter {
  private MessageWriter() {}

  /** IllegalArgumentException for what only ever comes in: Malformed, Unreadable. */
  static byte[] write(Message message) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    switch (message) {
      case Message.Request request -> request(line, request);
      case Message.Response response -> response(line, response);
      case Malformed m -> throw new IllegalArgumentException("not to be sent: " + m);
      case Message.Unreadable u -> throw new IllegalArgumentException("not to be sent: " + u);
    }
    return Json.MAPPER.writeValueAsBytes(line);
  }

  private static void request(Map<String, @Nullable Object> line, Message.Request request) {
    line.put("id", request.id().json());
    line.put("method", method(request));
    line.put("params", params(request));
  }

  private static String method(Message.Request request) {
    return switch (request) {
      case Message.Configure _ -> "mining.configure";
      case Message.Subscribe _ -> "mining.subscribe";
      case Message.Authorize _ -> "mining.authorize";
      case Message.Submit _ -> "mining.submit";
      case Message.SuggestDifficulty _ -> "mining.suggest_difficulty";
      case Message.SuggestTarget _ -> "mining.suggest_target";
      case Message.ExtranonceSubscribe _ -> "mining.extranonce.subscribe";
      case Message.Notify _ -> "mining.notify";
      case Message.SetDifficulty _ -> "mining.set_difficulty";
      case Message.SetTarget _ -> "mining.set_target";
      case Message.SetExtranonce _ -> "mining.set_extranonce";
      case Message.SetVersionMask _ -> "mining.set_version_mask";
      case Message.Reconnect _ -> "client.reconnect";
      case Message.ShowMessage _ -> "client.show_message";
      case Message.GetVersion _ -> "client.get_version";
      case Message.Ping _ -> "mining.ping";
      case Message.Unknown unknown -> unknown.method();
    };
  }

  private static List<@Nullable Object> params(Message.Request request) {
    return switch (request) {
      case Message.Configure m -> list(m.extensions(), parameters(m.parameters()));
      case Message.Subscribe m ->
          m.resume() == null ? agent(m.userAgent()) : list(m.userAgent(), m.resume());
      case Message.Authorize m -> list(m.user(), m.password());
      case Message.Submit m -> submit(m);
      case Message.SuggestDifficulty m -> list(number(m.difficulty().value()));
      case Message.SuggestTarget m -> list(m.target().hex());
      case Message.Notify m -> notification(m);
      case Message.SetDifficulty m -> list(number(m.difficulty().value()));
      case Message.SetTarget m -> list(m.target().hex());
      case Message.SetExtranonce m ->
          m.extranonce2Size() < 0
              ? list(m.extranonce1().hex())
              : list(m.extranonce1().hex(), m.extranonce2Size());
      case Message.SetVersionMask m -> list(word(m.mask()));
      case Message.Reconnect m ->
          m.port() == 0 ? list() : list(m.host(), m.port(), m.waitSeconds());
      case Message.ShowMessage m -> list(m.text());
      default -> list();
    };
  }

  private static List<@Nullable Object> agent(String userAgent) {
    return userAgent.isEmpty() ? list() : list(userAgent);
  }

  private static List<@Nullable Object> submit(Message.Submit m) {
    List<@Nullable Object> params =
        list(m.user(), job(m.job()), m.extranonce2().hex(), word(m.time()), word(m.nonce()));
    if (m.versionBits() != null) {
      params.add(word(m.versionBits()));
    }
    return params;
  }

  private static List<@Nullable Object> notification(Message.Notify m) {
    return list(
        job(m.job()),
        WireHash.write(m.prevHash()),
        m.coinb1().hex(),
        m.coinb2().hex(),
        m.branch().stream().map(MessageWriter::hex).toList(),
        word(m.version()),
        word(m.nbits()),
        word(m.time()),
        m.clean());
  }

  private static Object job(JobId id) {
    return id.number() ? new RawValue(id.text()) : id.text();
  }

  private static String hex(Hash256 hash) {
    return HexFormat.of().formatHex(hash.bytes());
  }

  /** Numbers where they are numbers: min-bit-count, minimum-difficulty. */
  private static Map<String, Object> parameters(Map<String, String> parameters) {
    Map<String, Object> out = new TreeMap<>(parameters);
    out.replaceAll(
        (name, value) -> isNumber(name) ? number(new BigDecimal((String) value)) : value);
    return out;
  }

  private static boolean isNumber(String parameter) {
    return parameter.endsWith(".min-bit-count") || parameter.equals("minimum-difficulty.value");
  }

  /** Written out where that is short, since some servers cannot read exponents. */
  private static RawValue number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return new RawValue(Math.abs(plain.scale()) <= 20 ? plain.toPlainString() : plain.toString());
  }

  private static void response(Map<String, @Nullable Object> line, Message.Response response) {
    line.put("id", response.id().json());
    line.put("result", result(response.result()));
    Fault error = response.error();
    line.put("error", error == null ? null : list(error.code(), error.message(), null));
  }

  private static @Nullable Object result(Result result) {
    return switch (result) {
      case Result.None _ -> null;
      case Result.Flag flag -> flag.value();
      case Result.Text text -> text.value();
      case Result.Subscription s ->
          list(
              list(
                  list("mining.set_difficulty", s.sessionId()),
                  list("mining.notify", s.sessionId())),
              s.extranonce1().hex(),
              s.extranonce2Size());
      case Result.Extensions extensions -> extensions(extensions.values());
      case Result.Other other -> other.text();
    };
  }

  private static Map<String, Object> extensions(Map<String, String> values) {
    Map<String, Object> out = new TreeMap<>(values);
    out.replaceAll(
        (_, value) -> value.equals("true") || value.equals("false") ? value.equals("true") : value);
    return out;
  }

  private static String word(int word) {
    return HexFormat.of().toHexDigits(word);
  }

  private static List<@Nullable Object> list(@Nullable Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }
}
