package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.gruve.core.check.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {
  @ParameterizedTest
  @EnumSource(Network.class)
  void aChainNeedsTheLeastWorkOfItsNetwork(Network network) {
    Checkpoint checkpoint = Checkpoint.of(network);
    BigInteger least = checkpoint.minimumWork();
    assertThat(checkpoint.isReachedBy(least)).isTrue();
    assertThat(checkpoint.isReachedBy(least.subtract(BigInteger.ONE))).isFalse();
  }

  /** What the first retarget after it demands is not known without the interval before. */
  @ParameterizedTest
  @CsvSource({
    "938343, 938343, true",
    "939455, 938343, true",
    "939456, 938343, false",
    "939456, 937441, false",
    "939456, 937440, true",
    "999999, 900000, true",
  })
  void aCheckpointVouchesOnlyForTargetsThatCouldBeAsked(int height, int lowest, boolean vouched) {
    Checkpoint checkpoint = Checkpoint.of(Network.MAIN);
    assertThat(checkpoint.height()).isEqualTo(938_343);
    assertThat(checkpoint.vouchesFor(height, lowest, 2016)).isEqualTo(vouched);
  }

  @Test
  void chainsThatAnyoneMayRaiseHaveOnlyTheirGenesis() {
    assertThat(Checkpoint.of(Network.REGTEST).height()).isZero();
    assertThat(Checkpoint.of(Network.PRACTICE).minimumWork()).isZero();
    assertThat(Checkpoint.of(Network.MAIN).minimumWork())
        .isGreaterThan(BigInteger.ONE.shiftLeft(80));
  }
}
