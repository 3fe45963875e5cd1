package org.gruve.node;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a node answers, and puts its refusals into words. */
final class RpcAnswer {
  private static final int LONGEST = 200;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
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

  /** What a status other than 200 means. */
  static NodeException refusal(NodeAddress address, String method, int status, byte[] body) {
    if (status == 401 || status == 403) {
      return new NodeException(
          "the node at "
              + address
              + (status == 401
                  ? " refuses user and password; its .cookie file, or rpcauth in its configuration,"
                      + " says which it takes"
                  : " takes no calls from here; rpcallowip in its configuration says from where"));
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
    int code = error.path("code").asInt(NodeException.NO_CODE);
    return new NodeException(
        String.format(
            Locale.ROOT,
            "the node at %s refuses %s: %s (%d)",
            address,
            method,
            plain(error.path("message").asString("no reason given")),
            code),
        code);
  }

  private static NodeException noAnswer(NodeAddress address, String method) {
    return new NodeException("what answers at " + address + " is no node (" + method + ")");
  }

  /** One line of letters that do nothing to a terminal. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
