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
    judged(GOOD, SCALAR);
    assertUsed(wide);
    assertThat(remarks).isEmpty();
  }

  @Test
  void triesTheNextKernelWhereOneIsBelowHalfOfItsSpeed() {
    judged(POOR, SCALAR);
    assertThat(choice.isOpen()).isTrue();
    assertThat(choice.trial().starter()).isSameAs(wide);
    assertThat(choice.trial().candidate()).isSameAs(narrow);
    assertThat(remarks)
        .singleElement()
        .asString()
        .startsWith("kernel wide is slower than it should be, so narrow is tried; ")
        .endsWith("start anew if it is idle now");
  }

  @Test
  void replacesTheSlowKernelByTheNextThatIsFaster() {
    judged(POOR, SCALAR);
    judged(GOOD, POOR);
    assertUsed(narrow);
  }

  @Test
  void endsWithTheKernelThatRunsEverywhereWhereAllOthersFail() {
    judged(SCALAR, GOOD);
    assertThat(choice.trial().starter()).isSameAs(scalar);
    judged(SCALAR, GOOD);
    assertUsed(scalar);
    assertThat(remarks).hasSize(2).last().asString().contains("so scalar is used;");
  }

  @Test
  void replacesAKernelThatHasBecomeSlowAndSaysSo() {
    judged(GOOD, SCALAR);
    choice.doubt(choice.trial());
    assertThat(choice.trial().starter()).isSameAs(wide);
    assertThat(choice.trial().candidate()).isSameAs(narrow);
    judged(GOOD, POOR);
    assertUsed(narrow);
    assertThat(remarks)
        .containsExactly(
            "kernel wide fell below half of its own speed, so narrow is used, which is faster now");
  }

  @Test
  void keepsAKernelThatWasOnlyHeldUpAndSaysNothing() {
    judged(GOOD, SCALAR);
    choice.doubt(choice.trial());
    judged(POOR, GOOD);
    assertUsed(wide);
    assertThat(remarks).isEmpty();
  }

  @Test
  void believesAKernelThatWasDoubtedForNothingThreeTimes() {
    judged(GOOD, SCALAR);
    for (int i = 0; i < 3; i++) {
      choice.doubt(choice.trial());
      assertThat(choice.isOpen()).isTrue();
      judged(POOR, GOOD);
    }
    choice.doubt(choice.trial());
    assertUsed(wide);
  }

  @Test
  void hearsOnlyDoubtsAboutTheKernelInUse() {
    judged(GOOD, SCALAR);
    KernelTrial old = choice.trial();
    choice.doubt(old);
    KernelTrial second = choice.trial();
    choice.doubt(old);
    assertThat(choice.trial()).isSameAs(second);
  }

  @Test
  void usesAKernelThatNeedsNoWarmUpAtOnce() {
    KernelChoice instant = new KernelChoice(List.of(scalar, narrow));
    assertThat(instant.isOpen()).isFalse();
    assertThat(instant.trial().shown()).isSameAs(scalar);
  }

  private void assertUsed(CpuKernel kernel) {
    assertThat(choice.isOpen()).isFalse();
    assertThat(choice.trial().shown()).isSameAs(kernel);
  }

  /** Judges until it is decided, as workers do. */
  private void judged(Timing of, Timing against) {
    KernelTrial trial = choice.trial();
    while (trial.verdict() == Verdict.OPEN) {
      trial.judge(of, against);
    }
    choice.decided(trial);
  }
}
