package org.gruve.node;

import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/** What a node says to a block (BIP22, and Bitcoin Core's words). */
sealed interface SubmitResult {
  record Accepted() implements SubmitResult {}

  record Duplicate() implements SubmitResult {}

  record Inconclusive() implements SubmitResult {}

  record Rejected(String reason) implements SubmitResult {}

  static SubmitResult of(JsonNode result) {
    if (result.isNull()) {
      return new Accepted();
    }
    String word = PoolText.clean(result.asString(result.toString()));
    return switch (word) {
      case "duplicate" -> new Duplicate();
      case "inconclusive" -> new Inconclusive();
      default -> new Rejected(word);
    };
  }
}
