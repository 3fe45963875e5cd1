package org.gruve.stratum.v1;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that is spoken, with the limits of docs/stratum-v1.md, 9. */
final class Json {
  /** The deepest legitimate message, the answer to subscribe, has four levels. */
  private static final int NESTING = 8;

  /** A notify with 32 branches has about 60 tokens. */
  private static final int TOKENS = 512;

  static final int MAX_LINE = 1 << 20;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(NESTING)
                          .maxTokenCount(TOKENS)
                          .maxNumberLength(64)
                          .maxNameLength(256)
                          .maxStringLength(MAX_LINE)
                          .maxDocumentLength(MAX_LINE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}
}
