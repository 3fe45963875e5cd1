package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gruve.kernels.cpu.KernelTrial.Timing;
import org.gruve.kernels.cpu.KernelTrial.Verdict;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  private static final Timing GOOD = new Timing(400_000, 1_000_000);
  private static final Timing POOR = new Timing(60_000, 1_000_000);
  private static final Timing SCALAR = new Timing(40_000, 1_000_000);

  private final CpuKernel wide = OddKernels.disappointing("wide", 10);
  private final CpuKernel narrow = OddKernels.disappointing("narrow", 4);
  private final CpuKernel scalar = CpuKernels.scalar();
  private final List<String> remarks = new ArrayList<>();
  private final KernelChoice choice = new KernelChoice(List.of(wide, narrow, scalar), 1_000_000);

  KernelChoiceTest() {
    choice.listen(remarks::add);
  }

  @Test
  void staysWithAKernelThatIsAsFastAsItShouldBe() {
    KernelTrial first = judged(GOOD, SCALAR);
    assertThat(first.verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(choice.trial()).isSameAs(first);
    assertThat(remarks).isEmpty();
  }

  @Test
  void triesTheNextKernelWhereOneIsBelowHalfOfItsSpeed() {
    judged(POOR, SCALAR);
    assertThat(choice.trial().starter()).isSameAs(wide);
    assertThat(choice.trial().candidate()).isSameAs(narrow);
    assertThat(choice.trial().verdict()).isEqualTo(Verdict.OPEN);
    assertThat(remarks)
        .containsExactly(
            "kernel wide runs at less than half of the speed expected of it, so wide is used and"
                + " narrow is tried");
  }

  @Test
  void replacesTheSlowKernelByTheNextThatIsFaster() {
    judged(POOR, SCALAR);
    judged(GOOD, POOR);
    assertThat(choice.trial().verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(choice.trial().shown()).isSameAs(narrow);
  }

  @Test
  void endsWithTheKernelThatRunsEverywhereWhereAllOthersFail() {
    judged(SCALAR, GOOD);
    assertThat(choice.trial().starter()).isSameAs(scalar);
    judged(SCALAR, GOOD);
    assertThat(choice.trial().shown()).isSameAs(scalar);
    assertThat(choice.trial().verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(remarks).hasSize(2).last().asString().endsWith("so scalar is used");
  }

  @Test
  void letsTheNextKernelTryWhenTheOneInUseHasBecomeSlow() {
    KernelTrial won = judged(GOOD, SCALAR);
    choice.doubt(won);
    assertThat(choice.trial().starter()).isSameAs(wide);
    assertThat(choice.trial().candidate()).isSameAs(narrow);
    KernelTrial second = choice.trial();
    choice.doubt(won);
    assertThat(choice.trial()).isSameAs(second);
  }

  @Test
  void usesAKernelThatNeedsNoWarmUpAtOnce() {
    KernelChoice instant = new KernelChoice(List.of(scalar, narrow));
    assertThat(instant.trial().verdict()).isEqualTo(Verdict.CANDIDATE);
    assertThat(instant.trial().shown()).isSameAs(scalar);
  }

  /** Judges until it is decided, as workers do. */
  private KernelTrial judged(Timing of, Timing against) {
    KernelTrial trial = choice.trial();
    while (trial.verdict() == Verdict.OPEN) {
      trial.judge(of, against);
    }
    choice.decided(trial);
    return trial;
  }
}
