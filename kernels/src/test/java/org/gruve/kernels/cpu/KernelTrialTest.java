package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.kernels.cpu.KernelTrial.Timing;
import org.gruve.kernels.cpu.KernelTrial.Verdict;
import org.junit.jupiter.api.Test;

class KernelTrialTest {
  private static final Timing FAST = new Timing(20_000, 1_000_000);
  private static final Timing SLOW = new Timing(2_000, 1_000_000);

  private final KernelTrial trial =
      new KernelTrial(CpuKernels.scalar(), OddKernels.forgetful(), 10_000_000);

  @Test
  void takesTheCandidateOnceItIsClearlyFaster() {
    trial.judge(10_000, FAST, SLOW);
    trial.judge(10_000, FAST, SLOW);
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
    trial.judge(10_000, FAST, SLOW);
    assertThat(trial.verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(trial.shown().name()).isEqualTo("forgetful");
  }

  @Test
  void countsNoWinBeforeHotSpotCanHaveCompiledIt() {
    for (int i = 0; i < 9; i++) {
      trial.judge(100, FAST, SLOW);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void wantsItsWinsInARow() {
    for (int i = 0; i < 4; i++) {
      trial.judge(10_000, FAST, SLOW);
      trial.judge(10_000, SLOW, FAST);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void keepsTheStarterWhenTheCandidateHasHadItsTime() {
    for (int i = 0; i < 10; i++) {
      assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
      trial.judge(10_000, SLOW, FAST);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.STARTER);
    assertThat(trial.shown().name()).isEqualTo("scalar");
  }

  @Test
  void takesACandidateThatIsOnlyALittleFasterAtTheEndOfItsTime() {
    Timing little = new Timing(SLOW.hashes() * 5 / 4, SLOW.nanos());
    for (int i = 0; i < 10; i++) {
      assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
      trial.judge(10_000, little, SLOW);
    }
    assertThat(trial.verdict()).isEqualTo(Verdict.CANDIDATE);
  }

  @Test
  void letsTheStarterBeCompiledFirst() {
    assertThat(trial.tries()).isFalse();
    for (int i = 0; i < 5; i++) {
      trial.judge(0, new Timing(0, 0), FAST);
    }
    assertThat(trial.tries()).isTrue();
    assertThat(trial.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void hasNothingToDecideForASingleKernel() {
    assertThat(KernelTrial.won(CpuKernels.scalar()).verdict()).isEqualTo(Verdict.CANDIDATE);
  }
}
