package org.gruve.node;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for fake nodes. */
final class Words {
  private static final JsonMapper JSON = new JsonMapper();

  private Words() {}

  static JsonNode text(String word) {
    return JSON.getNodeFactory().stringNode(word);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
