package org.gruve.kernels.cpu;

import java.util.List;
import java.util.function.Consumer;

/**
 * Which kernel the workers of the CPU use. A kernel that the JVM has to compile is tried while
 * another one earns; one that runs at less than half of the speed expected of it, at once or later,
 * is replaced by the next one that is faster, with a warning.
 */
final class KernelChoice {
  /** Far longer than HotSpot takes on a busy machine, and short against a run. */
  private static final long TRIAL_NANOS = 20_000_000_000L;

  private final List<CpuKernel> ranked;
  private final long trialNanos;
  private volatile KernelTrial trial;
  private volatile Consumer<String> remarks = remark -> {};

  /** {@code ranked} has the best kernel first, and last the one that is sure to work. */
  KernelChoice(List<CpuKernel> ranked) {
    this(ranked, TRIAL_NANOS);
  }

  KernelChoice(List<CpuKernel> ranked, long trialNanos) {
    this.ranked = List.copyOf(ranked);
    this.trialNanos = trialNanos;
    CpuKernel best = ranked.getFirst();
    this.trial =
        best.warmsUp() && ranked.size() > 1
            ? new KernelTrial(ranked.getLast(), best, trialNanos)
            : KernelTrial.won(best);
  }

  /** Who is told in a sentence when a kernel is replaced. */
  void listen(Consumer<String> listener) {
    remarks = listener;
  }

  KernelTrial trial() {
    return trial;
  }

  /** Goes on from a trial that has been decided. Any worker may say so, and more than one does. */
  synchronized void decided(KernelTrial over) {
    if (trial != over || over.wasClear()) {
      return;
    }
    CpuKernel winner = over.shown();
    CpuKernel disappointing = over.candidate();
    int next = ranked.indexOf(disappointing) + 1;
    boolean more = next < ranked.size() && !ranked.get(next).equals(winner);
    trial = more ? new KernelTrial(winner, ranked.get(next), trialNanos) : KernelTrial.won(winner);
    remarks.accept(
        "kernel %s runs at less than half of the speed expected of it, so %s is used"
                .formatted(disappointing.name(), winner.name())
            + (more ? " and " + ranked.get(next).name() + " is tried" : ""));
  }

  /** Lets the next kernel try when the one in use has become slow. */
  synchronized void doubt(KernelTrial over) {
    CpuKernel slow = over.shown();
    int next = ranked.indexOf(slow) + 1;
    if (trial == over && next < ranked.size()) {
      trial = new KernelTrial(slow, ranked.get(next), trialNanos);
    }
  }
}
