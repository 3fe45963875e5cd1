package org.gruve.kernels.cpu;

/**
 * Lets a kernel prove its speed while another one earns. HotSpot needs seconds to compile the
 * vector kernels, in which they run at a hundredth of their speed, and nothing promises that it
 * succeeds; so both scan real work in turns, until the candidate is clearly faster or has had its
 * time. Shared by the workers of a device.
 */
final class KernelTrial {
  /** Where a trial stands. */
  enum Verdict {
    OPEN,
    CANDIDATE,
    STARTER
  }

  /** Before a method has been called so often, HotSpot has not even begun to compile it well. */
  private static final int GROUPS_BEFORE_VERDICT = 6_000;

  private static final int WINS_NEEDED = 3;
  private static final double CLEARLY_FASTER = 1.5;

  private final CpuKernel starter;
  private final CpuKernel candidate;
  private final long nanosAllowed;
  private volatile Verdict verdict = Verdict.OPEN;
  private long groups;
  private long nanos;
  private int wins;

  /** {@code nanosAllowed} is the candidate's own time, summed over workers. */
  KernelTrial(CpuKernel starter, CpuKernel candidate, long nanosAllowed) {
    this.starter = starter;
    this.candidate = candidate;
    this.nanosAllowed = nanosAllowed;
  }

  /** No trial: the one kernel is used from the start. */
  static KernelTrial won(CpuKernel kernel) {
    var trial = new KernelTrial(kernel, kernel, 0);
    trial.verdict = Verdict.CANDIDATE;
    return trial;
  }

  Verdict verdict() {
    return verdict;
  }

  CpuKernel starter() {
    return starter;
  }

  CpuKernel candidate() {
    return candidate;
  }

  /** What users see: the candidate, until it has lost. */
  CpuKernel shown() {
    return verdict == Verdict.STARTER ? starter : candidate;
  }

  /** Enters one batch's part of each. */
  synchronized void judge(long candidateGroups, Timing of, Timing against) {
    if (verdict != Verdict.OPEN) {
      return;
    }
    groups += candidateGroups;
    nanos += of.nanos();
    boolean faster = of.rate() > CLEARLY_FASTER * against.rate();
    wins = faster && groups >= GROUPS_BEFORE_VERDICT ? wins + 1 : 0;
    if (wins >= WINS_NEEDED) {
      verdict = Verdict.CANDIDATE;
    } else if (nanos >= nanosAllowed) {
      verdict = Verdict.STARTER;
    }
  }

  /** So many hashes in so long. */
  record Timing(long hashes, long nanos) {
    double rate() {
      return (double) hashes / Math.max(1, nanos);
    }
  }
}
