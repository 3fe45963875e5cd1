package org.gruve.kernels.cpu;

/**
 * Lets a kernel prove its speed while another one earns. HotSpot needs seconds to compile the
 * vector kernels, in which they run at a hundredth of their speed, and nothing promises that it
 * succeeds; so both scan real work in turns, until the candidate runs as fast as it should, or has
 * had its time and the faster one is taken. Shared by the workers of a device.
 */
final class KernelTrial {
  /** Where a trial stands. */
  enum Verdict {
    OPEN,
    CANDIDATE,
    STARTER
  }

  /** By then the starter is compiled, and the candidate does not delay that. */
  private static final int HASHES_BEFORE_TRIAL = 100_000;

  /** Before a kernel has hashed so much, HotSpot has not even begun to compile it well. */
  private static final int HASHES_TO_WIN = 100_000;

  /** After so much, on however busy a machine, it should have been done. */
  private static final int HASHES_TO_LOSE = 1_000_000;

  private static final int WINS_NEEDED = 3;

  private final CpuKernel starter;
  private final CpuKernel candidate;
  private final double timesToWin;
  private final long nanosAllowed;
  private final RecentRate recentOf = new RecentRate();
  private final RecentRate recentAgainst = new RecentRate();
  private volatile Verdict verdict = Verdict.OPEN;
  private volatile long earned;
  private boolean clear;
  private long hashes;
  private long nanos;
  private int wins;

  /**
   * The candidate wins as soon as it is {@code timesToWin} as fast as the starter; it may lose
   * after {@code nanosAllowed} of its own, summed over the workers.
   */
  KernelTrial(CpuKernel starter, CpuKernel candidate, double timesToWin, long nanosAllowed) {
    this.starter = starter;
    this.candidate = candidate;
    this.timesToWin = timesToWin;
    this.nanosAllowed = nanosAllowed;
  }

  /** No trial: the one kernel is used from the start. */
  static KernelTrial won(CpuKernel kernel) {
    var trial = new KernelTrial(kernel, kernel, 1, 0);
    trial.verdict = Verdict.CANDIDATE;
    trial.clear = true;
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

  /** Whether the candidate won by the speed that was asked of it, and not only in the end. */
  synchronized boolean wasClear() {
    return clear;
  }

  /** Whether the candidate should have a part of the next batch. */
  boolean tries() {
    return earned >= HASHES_BEFORE_TRIAL;
  }

  /** Enters one batch's part of each. */
  synchronized void judge(Timing of, Timing against) {
    if (verdict != Verdict.OPEN) {
      return;
    }
    earned += against.hashes();
    hashes += of.hashes();
    nanos += of.nanos();
    recentOf.add(of);
    recentAgainst.add(against);
    boolean clearly = of.rate() > timesToWin * against.rate();
    wins = clearly && hashes >= HASHES_TO_WIN ? wins + 1 : 0;
    if (wins >= WINS_NEEDED) {
      clear = true;
      verdict = Verdict.CANDIDATE;
    } else if (hashes >= HASHES_TO_LOSE && nanos >= nanosAllowed) {
      boolean faster = recentOf.rate() > recentAgainst.rate();
      verdict = faster ? Verdict.CANDIDATE : Verdict.STARTER;
    }
  }

  /** So many hashes in so long. */
  record Timing(long hashes, long nanos) {
    double rate() {
      return (double) hashes / Math.max(1, nanos);
    }
  }

  /** The rate over the last thirty batches or so: a pause in one of them decides nothing. */
  private static final class RecentRate {
    private static final double KEPT = 0.97;

    private double hashes;
    private double nanos = 1;

    void add(Timing batch) {
      hashes = KEPT * hashes + batch.hashes();
      nanos = KEPT * nanos + batch.nanos();
    }

    double rate() {
      return hashes / nanos;
    }
  }
}
