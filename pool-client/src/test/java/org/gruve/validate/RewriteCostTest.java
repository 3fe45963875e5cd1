package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RewriteCostTest {
  /** The table at the end of the Bitcoin paper. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0, 1.0000000",
    "0.1, 1, 0.2045873",
    "0.1, 2, 0.0509779",
    "0.1, 3, 0.0131722",
    "0.1, 4, 0.0034552",
    "0.1, 5, 0.0009137",
    "0.1, 6, 0.0002428",
    "0.1, 7, 0.0000647",
    "0.1, 8, 0.0000173",
    "0.1, 9, 0.0000046",
    "0.1, 10, 0.0000012",
    "0.3, 0, 1.0000000",
    "0.3, 5, 0.1773523",
    "0.3, 10, 0.0416605",
    "0.3, 15, 0.0101008",
    "0.3, 20, 0.0024804",
    "0.3, 25, 0.0006132",
    "0.3, 30, 0.0001522",
    "0.3, 35, 0.0000379",
    "0.3, 40, 0.0000095",
    "0.3, 45, 0.0000024",
    "0.3, 50, 0.0000006"
  })
  void agreesWithNakamotosTable(double share, int depth, double odds) {
    assertThat(AttackerOdds.nakamoto(share, depth)).isCloseTo(odds, within(0.5000001e-7));
  }

  /** Table 1 of Rosenfeld's paper, in percent. */
  @ParameterizedTest
  @CsvSource({
    "0.02, 1, 4",
    "0.02, 2, 0.237",
    "0.02, 3, 0.016",
    "0.02, 4, 0.001",
    "0.1, 1, 20",
    "0.1, 2, 5.6",
    "0.1, 3, 1.712",
    "0.1, 4, 0.546",
    "0.1, 5, 0.178",
    "0.1, 6, 0.059",
    "0.1, 7, 0.020",
    "0.1, 8, 0.007",
    "0.1, 9, 0.002",
    "0.1, 10, 0.001",
    "0.3, 1, 60",
    "0.3, 2, 43.2",
    "0.3, 3, 32.616",
    "0.3, 4, 25.207",
    "0.3, 5, 19.762",
    "0.3, 6, 15.645",
    "0.3, 7, 12.475",
    "0.3, 8, 10.003",
    "0.3, 9, 8.055",
    "0.3, 10, 6.511",
    "0.5, 1, 100",
    "0.5, 10, 100"
  })
  void agreesWithRosenfeldsTable(double share, int depth, double percent) {
    assertThat(100 * AttackerOdds.rosenfeld(share, depth)).isCloseTo(percent, within(0.0005001));
  }

  /** The least depth at which the chance is below 0.1 % (the paper's other table). */
  @ParameterizedTest
  @CsvSource({
    "0.10, 5",
    "0.15, 8",
    "0.20, 11",
    "0.25, 15",
    "0.30, 24",
    "0.35, 41",
    "0.40, 89",
    "0.45, 340"
  })
  void findsNakamotosDepths(double share, int depth) {
    assertThat(AttackerOdds.nakamoto(share, depth)).isLessThan(0.001);
    assertThat(AttackerOdds.nakamoto(share, depth - 1)).isGreaterThanOrEqualTo(0.001);
  }

  @Test
  void staysSaneAtTheEdges() {
    assertThat(AttackerOdds.nakamoto(0, 6)).isZero();
    assertThat(AttackerOdds.rosenfeld(0, 6)).isZero();
    assertThat(AttackerOdds.nakamoto(0.7, 6)).isEqualTo(1);
    assertThat(AttackerOdds.rosenfeld(1, 6)).isEqualTo(1);
    assertThat(AttackerOdds.nakamoto(0.4999, 1_000_000)).isBetween(0.0, 1.0);
    assertThat(AttackerOdds.rosenfeld(0.1, 1_000_000)).isZero();
    assertThat(AttackerOdds.rosenfeld(1e-9, 6)).isBetween(1e-60, 1e-45);
  }

  @Test
  void countsTheWorkOfRealBlocks() {
    RewriteCost one = RewriteCost.ofBits(1, 0x1d00ffff, 600);
    assertThat(one.work()).isEqualTo(BigInteger.valueOf(0x1_0001_0001L));
    assertThat(one.seconds(0x1_0001_0001L)).isEqualTo(1);
    // Block 830592 begins an interval: the six before it are all of the interval before.
    List<BlockHeader> last =
        TestData.headers("headers/mainnet_822528_830592.bin").reversed().subList(1, 7);
    RewriteCost six = RewriteCost.ofLast(last, 600);
    assertThat(six.work()).isEqualTo(RewriteCost.ofBits(6, last.getFirst().nbits(), 600).work());
    assertThat(six.shareOf(six.networkRate())).isEqualTo(0.5);
  }
}
