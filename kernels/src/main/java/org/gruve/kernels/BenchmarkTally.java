package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what the workers of a device said, and judges it. */
final class BenchmarkTally {
  private static final double MOST_SIGMAS = 4;

  private final KernelWatch kernel;
  private final int workers;
  private final Layout layout;
  private final int zeros;
  private final List<Double> clocks = new ArrayList<>();
  private BenchmarkCases.Answers answers = new BenchmarkCases.Answers(0, 0, Optional.empty());
  private Optional<String> failure = Optional.empty();
  private long hits;
  private double cpuSeconds;

  /** For a run in which one in 2^zeros hashes hits. */
  BenchmarkTally(KernelWatch kernel, int workers, Layout layout, int zeros) {
    this.kernel = kernel;
    this.workers = workers;
    this.layout = layout;
    this.zeros = zeros;
  }

  /**
   * One worker's part of the measured run.
   *
   * @param clock of its core, just after it
   */
  record Part(HitCheck hits, double cpuSeconds, double clock) {}

  void answers(List<BenchmarkCases.Answers> given) {
    for (BenchmarkCases.Answers one : given) {
      answers = answers.plus(one);
    }
  }

  void clocks(List<Double> readings) {
    clocks.addAll(readings);
  }

  void parts(List<Part> parts) {
    for (Part part : parts) {
      hits += part.hits().found();
      cpuSeconds += part.cpuSeconds();
      failure = failure.or(() -> part.hits().failure());
      clocks.add(part.clock());
    }
  }

  BenchmarkResult result(
      BenchmarkResult.WarmUp warmUp, BenchmarkResult.Rate rate, BenchmarkResult.Sensed sensed) {
    // The clock of the CPU's cores says nothing of a GPU's.
    boolean cpu = kernel.info().backend().equals("cpu");
    var cost = new BenchmarkResult.Cost(cpuSeconds, cpu ? CoreClock.of(clocks) : Double.NaN);
    return new BenchmarkResult(
        kernel.info(),
        kernel.hash(),
        layout,
        workers,
        warmUp,
        rate,
        cost,
        sensed,
        proof(rate.hashes()));
  }

  private BenchmarkResult.Proof proof(long hashes) {
    double expected = Math.scalb((double) hashes, -zeros);
    String why =
        answers
            .failure()
            .or(() -> failure)
            .or(kernel::failure)
            .or(() -> count(expected))
            .orElse("");
    return new BenchmarkResult.Proof(
        answers.goldenExpected(), answers.goldenFound(), expected, hits, why);
  }

  /** A sigma is that of Poisson's distribution. */
  private Optional<String> count(double expected) {
    double sigmas = (hits - expected) / Math.sqrt(expected);
    return Math.abs(sigmas) <= MOST_SIGMAS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "it found %,d hits, but the hashes that it claims have %,.0f on average: off by"
                    + " %.1f sigma, where chance gives less than 4",
                hits,
                expected,
                Math.abs(sigmas)));
  }
}
