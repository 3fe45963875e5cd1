package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.node.SubmitResult.Accepted;
import org.gruve.node.SubmitResult.Duplicate;
import org.gruve.node.SubmitResult.Inconclusive;
import org.gruve.node.SubmitResult.Rejected;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SubmitResultTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static SubmitResult of(String word) {
    return SubmitResult.of(JSON.stringNode(word));
  }

  @Test
  void takesOnlyNullForAnAcceptance() {
    assertThat(SubmitResult.of(JSON.nullNode())).isEqualTo(new Accepted());
    for (var other :
        List.of(
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.numberNode(0),
            JSON.arrayNode(),
            JSON.missingNode(),
            JSON.objectNode())) {
      assertThat(SubmitResult.of(other)).isInstanceOf(Inconclusive.class);
    }
    assertThat(of("")).isInstanceOf(Rejected.class);
  }

  @Test
  void tellsWhatIsThereAndWhatIsOpenFromWhatIsRefused() {
    assertThat(of("duplicate")).isEqualTo(new Duplicate());
    assertThat(of("rejected: duplicate")).isEqualTo(new Duplicate());
    for (String word :
        List.of("inconclusive", "duplicate-inconclusive", "inconclusive-not-best-prevblk")) {
      assertThat(of(word)).isEqualTo(new Inconclusive(word));
    }
    assertThat(of("duplicate-invalid")).isInstanceOf(Rejected.class);
  }

  @Test
  void hasAWordForEveryKnownReason() {
    for (String reason :
        List.of(
            "duplicate-invalid",
            "high-hash",
            "bad-txnmrklroot",
            "bad-cb-height",
            "bad-cb-amount",
            "bad-witness-merkle-match",
            "bad-witness-nonce-size",
            "unexpected-witness",
            "time-too-old",
            "time-too-new",
            "time-timewarp-attack",
            "bad-version(0x00000001)",
            "prev-blk-not-found",
            "bad-prevblk",
            "bad-cb-length",
            "bad-signet-blksig",
            "bad-txns-nonfinal",
            "bad-diffbits",
            "bad-blk-weight",
            "bad-blk-sigops")) {
      assertThat(of(reason))
          .isEqualTo(of("rejected: " + reason))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected -> {
                assertThat(rejected.reason()).isEqualTo(reason);
                assertThat(rejected.sentence()).isNotEqualTo(RejectText.of("new-reason"));
              });
    }
  }

  @Test
  void readsBip22sWordsForSeveralChains() {
    assertThat(SubmitResult.of(JSON.objectNode().put("a", "duplicate").put("b", "high-hash")))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).isEqualTo("high-hash"));
    assertThat(SubmitResult.of(JSON.objectNode().putNull("a"))).isInstanceOf(Inconclusive.class);
  }

  @Test
  void cleansTheNodesWords() {
    assertThat(of("\u001b[31mno" + "x".repeat(100_000)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.reason()).doesNotContain("\u001b").hasSizeLessThan(300));
  }
}
