package org.gruve.kernels.cpu;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.gruve.kernels.cpu.KernelTrial.Timing;

/** One worker's use of the kernel that was chosen, or of two in turns while that is open. */
final class KernelRun {
  /** The candidate's part of a batch of some 20 ms; the rest is the starter's. */
  private static final long TRIAL_NANOS = 4_000_000L;

  private static final int PORTION = 64;

  private final KernelChoice choice;
  private final LongSupplier clock;
  private final Map<CpuKernel, Scanner> scanners = new HashMap<>();
  private final SpeedWatch watch = new SpeedWatch();

  /** {@code clock} tells the nanoseconds for which this thread has had a processor. */
  KernelRun(KernelChoice choice, LongSupplier clock) {
    this.choice = choice;
    this.clock = clock;
    scanner(choice.trial().shown());
    scanner(choice.trial().starter());
  }

  /** Scans about so many points; returns how many. */
  long scan(WorkScan scan, long hashes) {
    KernelTrial trial = choice.trial();
    return trial.verdict() == KernelTrial.Verdict.OPEN
        ? both(trial, scan, hashes)
        : alone(trial, scan, hashes);
  }

  private long alone(KernelTrial trial, WorkScan scan, long hashes) {
    CpuKernel kernel = trial.shown();
    long start = clock.getAsLong();
    long scanned = scan.next(scanner(kernel), hashes);
    if (watch.doubts(kernel, scanned, clock.getAsLong() - start)) {
      choice.doubt(trial);
    }
    return scanned;
  }

  private long both(KernelTrial trial, WorkScan scan, long hashes) {
    Scanner candidate = scanner(trial.candidate());
    long start = clock.getAsLong();
    long middle = start;
    long tried = 0;
    long scanned = 1;
    long share = trial.tries() ? hashes / 2 : 0;
    while (scanned > 0 && tried < share && middle - start < TRIAL_NANOS) {
      scanned = scan.next(candidate, PORTION);
      tried += scanned;
      middle = clock.getAsLong();
    }
    long earned = scan.next(scanner(trial.starter()), Math.max(1, hashes - tried));
    long end = clock.getAsLong();
    if (earned > 0) {
      trial.judge(new Timing(tried, middle - start), new Timing(earned, end - middle));
      if (trial.verdict() != KernelTrial.Verdict.OPEN) {
        choice.decided(trial);
      }
    }
    return tried + earned;
  }

  private Scanner scanner(CpuKernel kernel) {
    Scanner known = scanners.get(kernel);
    if (known == null) {
      known = kernel.scanner();
      scanners.put(kernel, known);
    }
    return known;
  }
}
