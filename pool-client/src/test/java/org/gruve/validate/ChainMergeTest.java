package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.validate.Findings.Outcome;
import org.junit.jupiter.api.Test;

final class ChainMergeTest {
  @Test
  void shardsThatHaveEachBlockOnceAreTheWholeChain() {
    assertThat(outcome(report(1, 0, 1, 3), report(2, 2))).isEqualTo(Outcome.VALID);
    assertThat(outcome(report(1, 3, 2), report(2, 1))).isEqualTo(Outcome.VALID);
  }

  @Test
  void aBlockThatIsThereTwiceDoesNotMakeUpForOneThatIsMissing() {
    assertThat(outcome(report(1, 0, 1, 2), report(2, 2))).isEqualTo(Outcome.INCOMPLETE);
    assertThat(outcome(report(1, 0, 1, 2), report(2, 0))).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void aReportMustSayWhichBlocksItIsOf() {
    RawInput report = report(1, 0, 1, 2);
    String without = new String(report.bytes(), StandardCharsets.UTF_8).replace("blocks_sum", "x");
    RawInput other = new RawInput("other", without.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ChainMerge.of(List.of(other))).isInstanceOf(InputException.class);
  }

  private static Outcome outcome(RawInput... reports) {
    return ChainMerge.of(List.of(reports)).findings().outcome();
  }

  private static RawInput report(int shard, int... heights) {
    String json =
        """
        {"subject":"chain","shard":"%d/2","last_height":3,"blocks":%d,"blocks_sum":"%s"}
        """
            .formatted(shard, heights.length, HeightSum.of(IntStream.of(heights)));
    return new RawInput("shard " + shard, json.getBytes(StandardCharsets.UTF_8));
  }
}
