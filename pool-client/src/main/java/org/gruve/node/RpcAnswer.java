package org.gruve.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.gruve.stratum.PoolText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Reads what a node answers, and puts its refusals into words. */
final class RpcAnswer {
  private static final int LONGEST = 200;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(64)
                          .maxNameLength(256)
                          .maxTokenCount(20_000_000)
                          .maxStringLength(16 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private RpcAnswer() {}

  static JsonNode result(NodeAddress address, String method, byte[] body) {
    try {
      JsonNode answer = MAPPER.readTree(body);
      JsonNode error = answer.path("error");
      if (!error.isMissingNode() && !error.isNull()) {
        throw refused(address, method, error);
      }
      if (answer.has("result")) {
        return answer.path("result");
      }
    } catch (JacksonException e) {
      throw noAnswer(address, method).because(e);
    }
    throw noAnswer(address, method);
  }

  /** The reply that a call gets. */
  static RpcReply reply(NodeAddress address, RpcRequest request, HttpReply http) {
    return switch (http) {
      case HttpReply.Fault(String sentence, boolean sent, boolean foreign) ->
          new RpcReply.Failed(sentence, sent, foreign);
      case HttpReply.Answer answer when answer.status() == 401 || answer.status() == 403 ->
          new RpcReply.Unauthorized(unauthorized(address, answer.status()));
      case HttpReply.Answer answer -> read(address, request, answer.status(), answer.body());
    };
  }

  private static RpcReply read(NodeAddress address, RpcRequest request, int status, byte[] body) {
    JsonNode answer;
    try {
      answer = MAPPER.readTree(body);
    } catch (JacksonException e) {
      return noJson(address, request, status, body);
    }
    JsonNode id = answer.path("id");
    boolean ours =
        id.isMissingNode() || id.isNull() || id.equals(StringNode.valueOf(RpcRequest.ID));
    JsonNode error = answer.path("error");
    if (ours && error.isObject()) {
      return new RpcReply.Refused(code(error), message(error));
    }
    boolean failed = !error.isMissingNode() && !error.isNull();
    if (!ours || failed || status != 200 || !answer.has("result")) {
      return new RpcReply.Failed(sentence(address, request.method(), status), true, true);
    }
    return new RpcReply.Result(answer.path("result"));
  }

  private static RpcReply noJson(NodeAddress address, RpcRequest request, int status, byte[] body) {
    if (status == 503) {
      String text = plain(new String(body, 0, Math.min(body.length, LONGEST), UTF_8));
      return new RpcReply.Failed(
          "the node at " + address + " is too busy (HTTP 503, " + text + ")", true, false);
    }
    return new RpcReply.Failed(sentence(address, request.method(), status), true, true);
  }

  private static String sentence(NodeAddress address, String method, int status) {
    return status == 200
        ? String.valueOf(noAnswer(address, method).getMessage())
        : "the node at " + address + " answers HTTP " + status + " (" + method + ")";
  }

  private static String unauthorized(NodeAddress address, int status) {
    return "the node at "
        + address
        + (status == 401
            ? " refuses user and password; its .cookie file, or rpcauth in its configuration,"
                + " says which it takes"
            : " takes no calls from here; rpcallowip in its configuration says from where");
  }

  /** What a status other than 200 means. */
  static NodeException refusal(NodeAddress address, String method, int status, byte[] body) {
    if (status == 401 || status == 403) {
      return new NodeException(unauthorized(address, status));
    }
    try {
      JsonNode error = MAPPER.readTree(body).path("error");
      if (error.isObject()) {
        return refused(address, method, error);
      }
    } catch (JacksonException e) {
      return new NodeException("the node at " + address + " answers HTTP " + status).because(e);
    }
    return new NodeException("the node at " + address + " answers HTTP " + status);
  }

  private static NodeException refused(NodeAddress address, String method, JsonNode error) {
    int code = code(error);
    return new NodeException(
        String.format(
            Locale.ROOT,
            "the node at %s refuses %s: %s (%d)",
            address,
            method,
            message(error),
            code),
        code);
  }

  private static int code(JsonNode error) {
    return error.path("code").asInt(NodeException.NO_CODE);
  }

  private static String message(JsonNode error) {
    return plain(error.path("message").asString("no reason given"));
  }

  private static NodeException noAnswer(NodeAddress address, String method) {
    return new NodeException("what answers at " + address + " is no node (" + method + ")");
  }

  /** One line of letters that do nothing to a terminal. */
  private static String plain(String text) {
    return PoolText.clean(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST);
  }
}
