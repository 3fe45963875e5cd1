package org.gruve.node;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call in the form that every version of Bitcoin Core understands.
 *
 * @param params texts, whole numbers, truth values, and JSON as it is
 */
record RpcRequest(String method, List<Object> params) {
  /** What an answer has to repeat. */
  static final String ID = "gruve";

  private static final JsonMapper MAPPER = new JsonMapper();

  /** One JSON object in UTF-8; the hex of a block goes through no other text on its way. */
  byte[] bytes() {
    return MAPPER.writeValueAsBytes(tree());
  }

  private ObjectNode tree() {
    ObjectNode call = MAPPER.createObjectNode();
    call.put("jsonrpc", "1.0").put("id", ID).put("method", method);
    ArrayNode array = call.putArray("params");
    for (Object param : params) {
      switch (param) {
        case Integer number -> array.add(number);
        case Long number -> array.add(number);
        case Boolean truth -> array.add(truth);
        case JsonNode node -> array.add(node);
        default -> array.add(param.toString());
      }
    }
    return call;
  }
}
