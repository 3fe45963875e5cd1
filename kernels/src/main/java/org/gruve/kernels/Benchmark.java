package org.gruve.kernels;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.Searcher;
import org.gruve.core.mine.WatchedDevice;

/**
 * Measures one device with all its workers at once, and proves what it measures: known answers
 * before and after, and in the run itself hits that are hashed again and whose number must agree
 * with the hashes that the device claims.
 */
public final class Benchmark {
  /** Frequent enough that the JVM sees hits before it is measured. */
  private static final int WARM_UP_ZEROS = 20;

  /**
   * So many hits, rounded to what a target of whole bits gives (707 to 1414), tell a count that is
   * wrong by 11 to 15 % apart, and cost nothing that could be measured.
   */
  private static final double WANTED_HITS = 1000;

  private static final int MOST_ZEROS = 32;

  private final WatchedDevice device;
  private final Layout layout;
  private final BenchmarkSettings settings;
  private final BenchmarkWatch watch;
  private final BenchmarkCases cases;

  /** A benchmark of a device that has passed its self-test. */
  public Benchmark(
      WatchedDevice device, Layout layout, BenchmarkSettings settings, BenchmarkWatch watch) {
    this.device = device;
    this.layout = layout;
    this.settings = settings;
    this.watch = watch;
    this.cases = new BenchmarkCases(layout);
  }

  /**
   * Runs it; empty when the watch stopped it. Throws {@link org.gruve.core.mine.DeviceException}
   * when the device fails, or does not answer.
   */
  public Optional<BenchmarkResult> run() {
    try (BenchmarkCrew crew = new BenchmarkCrew(device)) {
      Readiness ready = new Readiness(device, settings);
      Duration longest = settings.mostSettling().plus(settings.mostWarmUp());
      Stretch stretch = stretch(BenchmarkWatch.Stage.WARMING_UP, longest, ready);
      // The first readings of clocks are for the compiler.
      crew.each((i, searcher) -> part(i, searcher, stretch, WARM_UP_ZEROS, 0), stretch::tell);
      boolean steady = ready.isSteady(stretch.perSecond());
      var warmUp = new BenchmarkResult.WarmUp(stretch.elapsed(), steady);
      return watch.isStopping() ? Optional.empty() : measured(crew, warmUp, lastRate(stretch));
    }
  }

  private Optional<BenchmarkResult> measured(
      BenchmarkCrew crew, BenchmarkResult.WarmUp warmUp, double rate) {
    KernelWatch kernel = settled();
    int zeros = zeros(rate * settings.measured().toNanos() / 1e9);
    BenchmarkTally tally = new BenchmarkTally(kernel, device.workers(), layout, zeros);
    tally.answers(answers(crew));
    tally.clocks(crew.each((_, _) -> CoreClock.read()));
    BenchmarkGauge gauge = new BenchmarkGauge(watch, settings.nanoClock());
    gauge.look();
    Stretch run = stretch(BenchmarkWatch.Stage.MEASURING, settings.measured(), _ -> false);
    Runnable meanwhile =
        () -> {
          run.tell();
          kernel.look();
          gauge.look();
        };
    tally.parts(crew.each((i, searcher) -> part(i, searcher, run, zeros, rate), meanwhile));
    tally.answers(answers(crew));
    return watch.isStopping()
        ? Optional.empty()
        : Optional.of(tally.result(warmUp, rate(run), gauge.sensed()));
  }

  private KernelWatch settled() {
    if (!device.isSettled()) {
      throw new DeviceException(
          "it still tries the kernel %s after %d s, so there is no one kernel to measure; end what"
                  .formatted(device.info().kernel(), settings.mostSettling().toSeconds())
              + " else runs here");
    }
    return new KernelWatch(device);
  }

  private List<BenchmarkCases.Answers> answers(BenchmarkCrew crew) {
    return crew.each((_, searcher) -> cases.ask(searcher, watch::isStopping));
  }

  private Stretch stretch(
      BenchmarkWatch.Stage stage, Duration longest, Predicate<List<Double>> enough) {
    return new Stretch(settings.nanoClock(), longest, enough, watch, stage);
  }

  private static double lastRate(Stretch stretch) {
    List<Double> rates = stretch.perSecond();
    return rates.isEmpty() ? stretch.hashes() / stretch.elapsed() : rates.getLast();
  }

  private BenchmarkTally.Part part(
      int worker, Searcher searcher, Stretch stretch, int zeros, double rate) {
    double start = ThreadTime.seconds();
    var works = new BenchmarkWorks(layout, SelfTestCases.target(zeros), worker);
    double perNano = rate / device.workers() / 1e9;
    HitCheck hits = new BenchmarkShift(searcher, works, stretch, settings.batch(), perNano).run();
    double seconds = ThreadTime.seconds() - start;
    return new BenchmarkTally.Part(hits, seconds, CoreClock.read());
  }

  private static BenchmarkResult.Rate rate(Stretch run) {
    return new BenchmarkResult.Rate(run.hashes(), run.elapsed(), run.perSecond());
  }

  private static int zeros(double hashes) {
    long doublings = Math.round(Math.log(hashes / WANTED_HITS) / Math.log(2));
    return Math.clamp(doublings, 0, MOST_ZEROS);
  }
}
