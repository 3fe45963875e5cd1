package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.gruve.core.check.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void chainsThatAnyoneMayRaiseHaveOnlyTheirGenesis() {
    assertThat(Checkpoint.of(Network.REGTEST).height()).isZero();
    assertThat(Checkpoint.of(Network.PRACTICE).minimumWork()).isZero();
    assertThat(Checkpoint.of(Network.MAIN).minimumWork())
        .isGreaterThan(BigInteger.ONE.shiftLeft(80));
  }
}
