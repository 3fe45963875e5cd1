package org.gruve.node;

import java.util.List;
import java.util.Optional;
import org.gruve.stratum.PoolText;
import tools.jackson.databind.JsonNode;

/** What a node says of a block that was submitted, or proposed (BIP22). */
public sealed interface SubmitResult {
  /** It is the tip of the node's chain; a proposal would be. */
  record Accepted() implements SubmitResult {}

  /** The node has it already, valid: it came another way. */
  record Duplicate() implements SubmitResult {}

  /**
   * The node cannot say: the block is not on its best chain, or was not looked at. Its header's
   * confirmations tell.
   *
   * @param reason the node's word
   */
  record Inconclusive(String reason) implements SubmitResult {}

  /**
   * It is none.
   *
   * @param reason the node's word, sanitised; a name of a rule where it is Bitcoin Core
   * @param sentence what that means
   */
  record Rejected(String reason, String sentence) implements SubmitResult {}

  /** Reads the result; whatever is not understood is never taken for an acceptance. */
  static SubmitResult of(JsonNode result) {
    if (result.isNull()) {
      return new Accepted();
    }
    if (result.isString()) {
      return of(result.stringValue());
    }
    return result.isObject() ? ofEach(result) : new Inconclusive(PoolText.clean(result.toString()));
  }

  /** BIP22 allows a word for each of several chains. */
  private static SubmitResult ofEach(JsonNode object) {
    List<SubmitResult> all =
        object
            .valueStream()
            .filter(word -> word.isNull() || word.isString())
            .map(SubmitResult::of)
            .toList();
    Optional<SubmitResult> rejected = all.stream().filter(Rejected.class::isInstance).findFirst();
    return rejected.orElseGet(() -> new Inconclusive(PoolText.clean(object.toString())));
  }

  private static SubmitResult of(String word) {
    String reason = PoolText.clean(word).replaceFirst("^rejected: +", "");
    return switch (reason) {
      case "duplicate" -> new Duplicate();
      case "inconclusive", "duplicate-inconclusive", "inconclusive-not-best-prevblk" ->
          new Inconclusive(reason);
      default -> new Rejected(reason, RejectText.of(reason));
    };
  }
}
