package org.gruve.validate;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from strangers: within bounds, token by token, and each mistake one sentence. */
final class JsonInput {
  private static final int MOST_DEPTH = 64;
  private static final int MOST_NUMBER = 40;
  private static final int MOST_NAME = 256;

  /** A block of 4 MB in hex, and some. */
  private static final int MOST_TEXT = 10_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxNumberLength(MOST_NUMBER)
                  .maxNameLength(MOST_NAME)
                  .maxStringLength(MOST_TEXT)
                  .build())
          .build();

  private static final JsonMapper MAPPER = new JsonMapper(FACTORY);

  private JsonInput() {}

  static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /** All of it, for what is small. */
  static JsonNode tree(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  /** Whether bytes can only be meant as JSON. */
  static boolean looksLikeJson(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && Hex.isSpace(bytes[at])) {
      at++;
    }
    return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
  }

  /** What is wrong with JSON, without the source that Jackson quotes. */
  static InputException malformed(String name, JacksonException cause) {
    String where = cause.getLocation() == null ? "" : " at line " + cause.getLocation().getLineNr();
    return InputException.invalid(
            name + " is not JSON that can be read" + where + ": " + cause.getOriginalMessage())
        .because(cause);
  }
}
