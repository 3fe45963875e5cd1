package org.gruve.stratum.v1;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.stratum.PoolText;
import org.gruve.stratum.v1.Message.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Reads one line. It never throws: what is wrong with a line becomes a {@link Malformed}. */
final class MessageReader {
  private MessageReader() {}

  static Message read(byte[] line) {
    try {
      JsonNode node = Json.MAPPER.readTree(text(line));
      return node.isObject() ? object(node) : new Malformed("a line is no JSON object");
    } catch (CharacterCodingException e) {
      return new Malformed("a line is no UTF-8");
    } catch (StreamConstraintsException e) {
      return new Malformed("a line breaks a limit: " + words(e));
    } catch (JacksonException e) {
      return new Malformed("a line is no JSON: " + words(e));
    } catch (IllegalArgumentException e) {
      return new Malformed("a line " + PoolText.clean(String.valueOf(e.getMessage()), 160));
    }
  }

  /** Strict, unlike Jackson, which would guess the encoding and replace what it cannot read. */
  private static String text(byte[] line) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
  }

  private static String words(JacksonException e) {
    return PoolText.clean(String.valueOf(e.getOriginalMessage()), 160);
  }

  /**
   * A line with a method is a request whatever its id; all others are responses
   * (docs/stratum-v1.md, 1).
   */
  private static Message object(JsonNode line) {
    Optional<Id> known = id(line.get("id"));
    JsonNode method = line.get("method");
    if (method == null || !method.isString()) {
      return known
          .map(id -> ResponseReader.read(id, line))
          .orElseGet(() -> new Malformed("an answer has an id that is none of ours"));
    }
    Id id = known.orElse(Id.NONE);
    String name = method.stringValue();
    try {
      return request(id, name, Params.of(line));
    } catch (IllegalArgumentException e) {
      return new Malformed(
          id, PoolText.clean(name, 40), PoolText.clean(name, 40) + " " + e.getMessage());
    }
  }

  /** Empty for what is neither a number nor a short string: no answer could be matched by it. */
  private static Optional<Id> id(@Nullable JsonNode id) {
    if (id == null || id.isNull()) {
      return Optional.of(Id.NONE);
    }
    if (id.isIntegralNumber() && id.canConvertToLong()) {
      return Optional.of(Id.of(id.longValue()));
    }
    boolean shortText = id.isString() && id.stringValue().length() <= 64;
    return shortText ? Optional.of(new Id(null, id.stringValue())) : Optional.empty();
  }

  private static Request request(Id id, String method, Params params) {
    return switch (method) {
      case "mining.notify" -> notification(id, params);
      case "mining.submit" -> submit(id, params);
      case "mining.configure" -> configure(id, params);
      case "mining.subscribe" ->
          new Message.Subscribe(id, params.textOr(0, 1024, ""), session(params));
      case "mining.authorize" ->
          new Message.Authorize(id, params.text(0, 1024), params.textOr(1, 1024, ""));
      case "mining.suggest_difficulty" -> new Message.SuggestDifficulty(id, params.difficulty(0));
      case "mining.suggest_target" -> new Message.SuggestTarget(id, target(params));
      case "mining.extranonce.subscribe" -> new Message.ExtranonceSubscribe(id);
      case "mining.set_difficulty" -> new Message.SetDifficulty(id, params.difficulty(0));
      case "mining.set_target" -> new Message.SetTarget(id, target(params));
      case "mining.set_extranonce" ->
          new Message.SetExtranonce(id, params.hex(0, 32), extranonceSize(params));
      case "mining.set_version_mask" -> new Message.SetVersionMask(id, params.word(0));
      case "client.reconnect" -> reconnect(id, params);
      case "client.show_message" -> new Message.ShowMessage(id, params.text(0, 65536));
      case "client.get_version" -> new Message.GetVersion(id);
      case "mining.ping" -> new Message.Ping(id);
      default -> new Message.Unknown(id, PoolText.clean(method, 40));
    };
  }

  private static @Nullable String session(Params params) {
    String session = params.textOr(1, 1024, "");
    return session.isEmpty() ? null : session;
  }

  /** The last element says clean, also where a pool puts others before it. */
  private static Request notification(Id id, Params params) {
    List<Hash256> branch = new ArrayList<>();
    Params hashes = params.array(4, 32);
    for (int i = 0; i < hashes.count(); i++) {
      branch.add(Hash256.of(hashes.hexOfSize(i, 32).toArray()));
    }
    int last = params.count() - 1;
    return new Message.Notify(
        id,
        params.jobId(0),
        WireHash.read(params.hexOfSize(1, 32)),
        params.hex(2, JobBuilder.MAX_COINBASE),
        params.hex(3, JobBuilder.MAX_COINBASE),
        branch,
        params.word(5),
        params.word(6),
        params.word(7),
        last >= 8 && params.truth(last));
  }

  private static Request submit(Id id, Params params) {
    return new Message.Submit(
        id,
        params.text(0, 1024),
        params.jobId(1),
        params.hex(2, 32),
        params.paddedWord(3),
        params.paddedWord(4),
        params.has(5) ? (Integer) params.paddedWord(5) : null);
  }

  private static Request configure(Id id, Params params) {
    Params names = params.array(0, Params.MAX);
    List<String> extensions = new ArrayList<>();
    for (int i = 0; i < names.count(); i++) {
      extensions.add(names.text(i, 64));
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (params.has(1)) {
      params
          .node(1)
          .properties()
          .forEach(entry -> values.put(entry.getKey(), scalar(entry.getValue())));
    }
    return new Message.Configure(id, extensions, values);
  }

  private static String scalar(JsonNode value) {
    if (!value.isValueNode() || value.asString().length() > 256) {
      throw new IllegalArgumentException("has an extension parameter that is no short value");
    }
    return value.asString();
  }

  private static Target target(Params params) {
    Target target = new Target(new BigInteger(1, params.hexOfSize(0, 32).toArray()));
    if (target.value().signum() == 0) {
      throw params.wrong(0, "is a target of 0, which no hash meets");
    }
    return target;
  }

  private static int extranonceSize(Params params) {
    int size = params.integer(1, -1);
    if (size < -1 || size > 16) {
      throw params.wrong(1, "is an extranonce2 size beyond 16: " + size);
    }
    return size;
  }

  private static Request reconnect(Id id, Params params) {
    return new Message.Reconnect(
        id, params.textOr(0, 255, ""), params.integer(1, 0), params.integer(2, 0));
  }
}
