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

  /** A kernel that was doubted so often for nothing is left alone: the machine is to blame. */
  private static final int MOST_DOUBTS = 3;

  private static final double HALF = 0.5;

  private final List<CpuKernel> ranked;
  private final long trialNanos;
  private volatile KernelTrial trial;
  private volatile Consumer<String> remarks = remark -> {};
  private boolean doubted;
  private int doubts;

  /** {@code ranked} has the best kernel first, and last the one that is sure to work. */
  KernelChoice(List<CpuKernel> ranked) {
    this(ranked, TRIAL_NANOS);
  }

  KernelChoice(List<CpuKernel> ranked, long trialNanos) {
    this.ranked = List.copyOf(ranked);
    this.trialNanos = trialNanos;
    CpuKernel best = ranked.getFirst();
    CpuKernel sure = ranked.getLast();
    this.trial =
        best.warmsUp() && ranked.size() > 1
            ? new KernelTrial(sure, best, HALF * best.expected().timesScalar(), trialNanos)
            : KernelTrial.won(best);
  }

  /** Who is told in a sentence when a kernel is replaced. */
  void listen(Consumer<String> listener) {
    remarks = listener;
  }

  KernelTrial trial() {
    return trial;
  }

  boolean isOpen() {
    return trial.verdict() == KernelTrial.Verdict.OPEN;
  }

  /** Goes on from a trial that has been decided. Any worker may say so, and more than one does. */
  synchronized void decided(KernelTrial over) {
    if (trial != over || over.starter().equals(over.candidate())) {
      return;
    }
    if (doubted) {
      afterDoubt(over);
    } else if (over.wasClear()) {
      trial = KernelTrial.won(over.shown());
    } else {
      afterDisappointment(over);
    }
  }

  /** Lets the next kernel try when the one in use has become slow. */
  synchronized void doubt(KernelTrial over) {
    int next = ranked.indexOf(over.shown()) + 1;
    if (trial == over && next < ranked.size() && doubts < MOST_DOUBTS) {
      doubted = true;
      doubts++;
      trial = new KernelTrial(over.shown(), ranked.get(next), 1, trialNanos);
    }
  }

  private void afterDoubt(KernelTrial over) {
    doubted = false;
    trial = KernelTrial.won(over.shown());
    if (over.shown().equals(over.candidate())) {
      doubts = 0;
      remarks.accept(
          "kernel %s fell below half of its own speed, so %s is used, which is faster now"
              .formatted(over.starter().name(), over.candidate().name()));
    }
  }

  private void afterDisappointment(KernelTrial over) {
    CpuKernel winner = over.shown();
    int next = ranked.indexOf(over.candidate()) + 1;
    boolean more = next < ranked.size() && !ranked.get(next).equals(winner);
    trial =
        more ? new KernelTrial(winner, ranked.get(next), 1, trialNanos) : KernelTrial.won(winner);
    remarks.accept(
        ("kernel %s is slower than it should be, so %s; a machine that was busy at the start can"
                + " cause it: start anew if it is idle now")
            .formatted(
                over.candidate().name(),
                more ? ranked.get(next).name() + " is tried" : winner.name() + " is used"));
  }
}
