package org.gruve.kernels;

import java.util.List;

/**
 * How fast the calling thread's core is clocked: the time of a chain of operations, each of which
 * needs the result of the one before and takes one cycle. Only x86-64 is known to do so.
 */
final class CoreClock {
  private static final int STEPS = 200_000;
  private static final int CYCLES_PER_STEP = 3;

  /** What interrupts a burst makes it longer, never shorter: so the shortest of many counts. */
  private static final int BURSTS = 40;

  private static final double SLOWEST = 0.2e9;
  private static final double FASTEST = 10e9;

  /** Readings further apart than this are not those of one clock. */
  private static final double SPREAD = 0.1;

  private CoreClock() {}

  /** Hertz, or NaN. Takes about 10 ms, and needs a call or two before it is compiled and right. */
  static double read() {
    if (!List.of("amd64", "x86_64").contains(System.getProperty("os.arch", ""))) {
      return Double.NaN;
    }
    long shortest = Long.MAX_VALUE;
    int x = (int) System.nanoTime();
    for (int i = 0; i < BURSTS; i++) {
      long start = System.nanoTime();
      x = chain(x, i | 1, x | 1, STEPS);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    double hertz = STEPS * CYCLES_PER_STEP * 1e9 / Math.max(1, shortest);
    return x != 0 && hertz > SLOWEST && hertz < FASTEST ? hertz : Double.NaN;
  }

  /** One clock out of several readings, or NaN where they do not agree. */
  static double of(List<Double> readings) {
    double least = readings.stream().mapToDouble(one -> one).min().orElse(Double.NaN);
    double most = readings.stream().mapToDouble(one -> one).max().orElse(Double.NaN);
    double mean = readings.stream().mapToDouble(one -> one).average().orElse(Double.NaN);
    return most - least <= SPREAD * most ? mean : Double.NaN;
  }

  /** Rotate, xor, add. With unknown operands, since a compiler may regroup constants. */
  private static int chain(int from, int a, int b, int steps) {
    int x = from;
    for (int i = 0; i < steps; i++) {
      x = (Integer.rotateLeft(x, 13) ^ a) + b;
    }
    return x;
  }
}
