package org.gruve.kernels.cpu;

import org.gruve.kernels.cpu.KernelTrial.Timing;

/** One worker's lanes of the kernel in use, or of both while the trial is open. */
final class TrialLanes {
  /** The candidate's part of a batch of some 20 ms; the rest is the starter's. */
  private static final long TRIAL_NANOS = 4_000_000L;

  private final KernelTrial trial;
  private final Lanes starter;
  private final Lanes candidate;

  TrialLanes(KernelTrial trial) {
    this.trial = trial;
    this.starter = new Lanes(trial.starter().rounds());
    this.candidate = new Lanes(trial.candidate().rounds());
  }

  /** Scans about so many points; returns how many. */
  long scan(WorkScan scan, long hashes) {
    return switch (trial.verdict()) {
      case CANDIDATE -> scan.next(candidate, hashes);
      case STARTER -> scan.next(starter, hashes);
      case OPEN -> both(scan, hashes);
    };
  }

  private long both(WorkScan scan, long hashes) {
    long start = System.nanoTime();
    long middle = start;
    long tried = 0;
    long scanned = 1;
    while (scanned > 0 && tried < hashes / 2 && middle - start < TRIAL_NANOS) {
      scanned = scan.next(candidate, candidate.count());
      tried += scanned;
      middle = System.nanoTime();
    }
    long earned = scan.next(starter, Math.max(1, hashes - tried));
    long end = System.nanoTime();
    if (earned > 0) {
      long groups = tried / candidate.count();
      trial.judge(groups, new Timing(tried, middle - start), new Timing(earned, end - middle));
    }
    return tried + earned;
  }
}
