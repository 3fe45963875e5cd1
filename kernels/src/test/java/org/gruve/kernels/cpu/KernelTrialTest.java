package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.kernels.cpu.KernelTrial.Timing;
import org.gruve.kernels.cpu.KernelTrial.Verdict;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
  private static final Timing FAST = new Timing(40_000, 1_000_000);
  private static final Timing SLOW = new Timing(4_000, 1_000_000);

  private final KernelTrial trial =
      new KernelTrial(CpuKernels.scalar(), OddKernels.disappointing("candidate", 4), 2, 30_000_000);

  @Test
  void takesTheCandidateOnceItReachesHalfOfItsSpeed() {
    for (int i = 0; i < 4; i++) {
      trial.judge(FAST, SLOW);
      assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
    }
    trial.judge(FAST, SLOW);
    assertThat(trial.verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(trial.wasClear()).isTrue();
    assertThat(trial.shown().name()).isEqualTo("candidate");
  }

  @Test
  void countsNoWinBeforeHotSpotCanHaveCompiledIt() {
    for (int i = 0; i < 9; i++) {
      trial.judge(new Timing(1_000, 25_000), SLOW);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void wantsItsWinsInARow() {
    for (int i = 0; i < 10; i++) {
      trial.judge(FAST, SLOW);
      trial.judge(SLOW, FAST);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void keepsTheStarterWhenTheCandidateHasHadItsTime() {
    judgeUntilTimeIsUp(SLOW, FAST);
    assertThat(trial.verdict()).isEqualTo(Verdict.STARTER);
    assertThat(trial.shown().name()).isEqualTo("scalar");
    assertThat(trial.wasClear()).isFalse();
  }

  @Test
  void takesACandidateThatIsOnlyALittleFasterAtTheEndOfItsTimeButNotForGood() {
    judgeUntilTimeIsUp(new Timing(SLOW.hashes() * 5 / 4, SLOW.nanos()), SLOW);
    assertThat(trial.verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(trial.wasClear()).isFalse();
  }

  @Test
  void letsNoSinglePauseDecide() {
    Timing little = new Timing(5_000, SLOW.nanos());
    for (long hashes = 5_000; hashes < 1_000_000; hashes += 5_000) {
      trial.judge(little, SLOW);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
    trial.judge(new Timing(5_000, 5 * SLOW.nanos()), SLOW);
    assertThat(trial.verdict()).isEqualTo(Verdict.CANDIDATE);
  }

  @Test
  void letsTheStarterBeCompiledFirst() {
    assertThat(trial.tries()).isFalse();
    for (int i = 0; i < 3; i++) {
      trial.judge(new Timing(0, 0), FAST);
    }
    assertThat(trial.tries()).isTrue();
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void hasNothingToDecideForASingleKernel() {
    assertThat(KernelTrial.won(CpuKernels.scalar()).verdict()).isEqualTo(Verdict.CANDIDATE);
  }

  /** The hashes that must have been tried take longer than the time that is allowed. */
  private void judgeUntilTimeIsUp(Timing of, Timing against) {
    for (long hashes = 0; hashes < 1_000_000; hashes += of.hashes()) {
      assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
      trial.judge(of, against);
    }
  }
}
