package org.gruve.kernels;

import java.util.Arrays;
import java.util.List;
import org.gruve.core.mine.DeviceInfo;

/**
 * What a benchmark of one device and one layout says.
 *
 * @param device with the kernel that was measured
 * @param kernelHash see {@link org.gruve.core.mine.Device#kernelHash}
 * @param threads workers of the device, all at once
 */
public record BenchmarkResult(
    DeviceInfo device,
    String kernelHash,
    Layout layout,
    int threads,
    WarmUp warmUp,
    Rate rate,
    Cost cost,
    Sensed sensed,
    Proof proof) {

  /** Whether the device gave right answers, and only hashes that it really computed are counted. */
  public boolean passed() {
    return proof.failure().isEmpty();
  }

  /**
   * Processor cycles of CPU time to a hash, of one thread; NaN where the clock or the CPU time
   * cannot be read.
   */
  public double cyclesPerHash() {
    return cost.cpuSeconds() * cost.clockHz() / rate.hashes();
  }

  /** Joules for 10^9 hashes; NaN where the power is not known. */
  public double joulesPerGigahash() {
    return sensed.watts() / (rate.hashrate() / 1e9);
  }

  /** How long the device ran before it was measured, and whether its rate was steady by then. */
  public record WarmUp(double seconds, boolean settled) {}

  /**
   * What was measured.
   *
   * @param seconds from the common start of all workers to the end of the last batch
   * @param perSecond hashes per second in each whole second
   */
  public record Rate(long hashes, double seconds, List<Double> perSecond) {
    /** Copies the list. */
    public Rate {
      perSecond = List.copyOf(perSecond);
    }

    /** Hashes per second over the whole run. */
    public double hashrate() {
      return hashes / seconds;
    }

    /** The least, the median and the greatest of the seconds' rates; NaN where there is none. */
    public double[] range() {
      double[] sorted = perSecond.stream().mapToDouble(one -> one).sorted().toArray();
      int last = sorted.length - 1;
      return last < 0
          ? new double[] {Double.NaN, Double.NaN, Double.NaN}
          : new double[] {sorted[0], (sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[last]};
    }

    /** Standard deviation of the seconds' rates, as a part of their mean; NaN for fewer than 2. */
    public double deviation() {
      double[] rates = perSecond.stream().mapToDouble(one -> one).toArray();
      double mean = Arrays.stream(rates).average().orElse(Double.NaN);
      double squares = Arrays.stream(rates).map(one -> (one - mean) * (one - mean)).sum();
      return rates.length < 2 ? Double.NaN : Math.sqrt(squares / (rates.length - 1)) / mean;
    }
  }

  /**
   * What it took.
   *
   * @param cpuSeconds CPU time of the workers' threads in the measured run; NaN where the JVM
   *     cannot tell
   * @param clockHz the cores' clock just before and just after the run; NaN where it cannot be
   *     measured
   */
  public record Cost(double cpuSeconds, double clockHz) {}

  /**
   * What the device's sensors said in the measured run; NaN where its driver does not offer it.
   *
   * @param watts mean power, by the energy counter where there is one
   * @param hottest highest temperature, in degrees Celsius
   * @param smClockHz mean clock of a GPU's units
   */
  public record Sensed(double watts, double hottest, double smClockHz) {}

  /**
   * Why the rate can be believed.
   *
   * @param goldenExpected real headers asked for, by each worker, before and after the run
   * @param hitsExpected how many of the hashes that the device claims meet the target on average
   * @param hitsFound hits of the measured run, each hashed again by the JDK
   * @param failure why it cannot be believed, one sentence; else empty
   */
  public record Proof(
      int goldenExpected, int goldenFound, double hitsExpected, long hitsFound, String failure) {

    /** By how many standard deviations the hits are off. */
    public double sigmas() {
      return (hitsFound - hitsExpected) / Math.sqrt(hitsExpected);
    }
  }
}
