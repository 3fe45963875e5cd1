package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The easy blocks of testnets, and what testnet4 (BIP94) and the practice network do with them. */
class MinDifficultyTest {
  private static final int LIMIT = 0x1d00ffff;
  private static final int REAL = 0x1b00ffff;
  private static final int START = 1_700_000_000;

  private TestChain chain;
  private int time;

  @BeforeEach
  void beginAnInterval() {
    chain = new TestChain(0, List.of());
    time = START;
    chain.add(time, REAL);
  }

  @Test
  void aBlockMoreThanTwentyMinutesLateMustBeAtTheLimit() {
    assertThat(required(Network.TESTNET3, 1200)).isEqualTo(REAL);
    assertThat(required(Network.TESTNET3, 1201)).isEqualTo(LIMIT);
    assertThat(required(Network.MAIN, 1201)).isEqualTo(REAL);
  }

  @Test
  void afterEasyBlocksTheLastRealBitsCountAgain() {
    addBlocks(3, 600, REAL);
    addBlocks(4, 1300, LIMIT);
    assertThat(required(Network.TESTNET3, 600)).isEqualTo(REAL);
  }

  @Test
  void theWalkBackEndsAtARetarget() {
    addBlocks(2015, 600, REAL);
    addBlocks(3, 1300, LIMIT);
    assertThat(chain.header(2016).nbits()).isEqualTo(LIMIT);
    assertThat(required(Network.TESTNET3, 600)).isEqualTo(LIMIT);
  }

  @Test
  void theWalkBackEndsAtTheFirstBlock() {
    chain = new TestChain(0, List.of());
    chain.add(time, LIMIT);
    addBlocks(3, 1300, LIMIT);
    assertThat(required(Network.TESTNET3, 600)).isEqualTo(LIMIT);
  }

  @Test
  void aLateBlockIsNoExcuseAtARetarget() {
    addBlocks(2015, 600, REAL);
    assertThat(required(Network.TESTNET3, 5000)).isNotEqualTo(LIMIT);
    assertThat(required(Network.TESTNET4, 5000)).isNotEqualTo(LIMIT);
  }

  /** Testnet3 starts from the easy block before the retarget, BIP94 from the interval's first. */
  @Test
  void anEasyBlockBeforeARetargetResetsTestnet3ButNotTestnet4() {
    addBlocks(2014, 600, REAL);
    addBlocks(1, 1300, LIMIT);
    assertThat(required(Network.TESTNET3, 600)).isEqualTo(LIMIT);
    assertThat(required(Network.TESTNET4, 600)).isEqualTo(0x1b010004);
  }

  @Test
  void regtestNeverRetargets() {
    addBlocks(143, 1, REAL);
    assertThat(required(Network.REGTEST, 600)).isEqualTo(REAL);
  }

  @Test
  void practiceAllowsEasyBlocksEvenAtRetargets() {
    addBlocks(15, 2, REAL);
    assertThat(required(Network.PRACTICE, 20)).isNotEqualTo(Network.PRACTICE.pow().limitBits());
    assertThat(required(Network.PRACTICE, 21)).isEqualTo(Network.PRACTICE.pow().limitBits());
  }

  @Test
  void afterAnEasyPracticeBlockTheOthersOfItsIntervalAreEasyToo() {
    int limit = Network.PRACTICE.pow().limitBits();
    addBlocks(3, 1, REAL);
    addBlocks(1, 21, limit);
    assertThat(required(Network.PRACTICE, 1)).isEqualTo(limit);
    addBlocks(11, 0, limit);
    assertThat(required(Network.PRACTICE, 1)).as("the retarget").isNotEqualTo(limit);
  }

  private void addBlocks(int count, int spacing, int nbits) {
    for (int i = 0; i < count; i++) {
      time += spacing;
      chain.add(time, nbits);
    }
  }

  private int required(Network network, int secondsLater) {
    return ProofOfWork.getNextWorkRequired(network, chain, time + secondsLater);
  }
}
