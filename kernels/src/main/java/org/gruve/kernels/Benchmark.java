package org.gruve.kernels;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.Searcher;

/**
 * Measures one device with all its workers at once, and proves what it measures: known answers
 * before and after, and in the run itself hits that are hashed again and whose number must agree
 * with the hashes that the device claims.
 */
public final class Benchmark {
  /** Frequent enough that the JVM sees hits before it is measured. */
  private static final int WARM_UP_ZEROS = 20;

  /**
   * So many hits tell a wrong count apart by an eighth, and cost nothing that could be measured.
   */
  private static final double WANTED_HITS = 1000;

  private static final int MOST_ZEROS = 32;

  private final Device device;
  private final Layout layout;
  private final BenchmarkSettings settings;
  private final BenchmarkWatch watch;

  /** A benchmark of a device that has passed its self-test. */
  public Benchmark(Device device, Layout layout, BenchmarkSettings settings, BenchmarkWatch watch) {
    this.device = device;
    this.layout = layout;
    this.settings = settings;
    this.watch = watch;
  }

  /**
   * Runs it; empty when the watch stopped it. Throws {@link org.gruve.core.mine.DeviceException}
   * when the device fails.
   */
  public Optional<BenchmarkResult> run() {
    BenchmarkCases cases = new BenchmarkCases(layout);
    try (BenchmarkCrew crew = new BenchmarkCrew(device)) {
      var steady = new Steadiness(settings.leastWarmUp());
      Stretch warmUp = stretch(BenchmarkWatch.Stage.WARMING_UP, steady);
      double rate = warmUp(crew, warmUp);
      int zeros = zeros(rate * settings.measured().toNanos() / 1e9);
      BenchmarkTally tally = new BenchmarkTally(device, layout, zeros);
      tally.answers(crew.each((_, searcher) -> cases.ask(searcher, watch::isStopping)));
      tally.clocks(crew.each((_, _) -> CoreClock.read()));
      Stretch run = stretch(BenchmarkWatch.Stage.MEASURING, _ -> false);
      tally.parts(crew.each((i, searcher) -> part(i, searcher, run, zeros, rate)));
      tally.answers(crew.each((_, searcher) -> cases.ask(searcher, watch::isStopping)));
      boolean settled = steady.test(warmUp.perSecond());
      return watch.isStopping()
          ? Optional.empty()
          : Optional.of(
              tally.result(new BenchmarkResult.WarmUp(warmUp.elapsed(), settled), rate(run)));
    }
  }

  private Stretch stretch(BenchmarkWatch.Stage stage, Predicate<List<Double>> enough) {
    boolean warmUp = stage == BenchmarkWatch.Stage.WARMING_UP;
    var longest = warmUp ? settings.mostWarmUp() : settings.measured();
    return new Stretch(settings.nanoClock(), longest, enough, watch, stage);
  }

  /** Returns the rate at its end. The first readings of clocks are for the compiler. */
  private double warmUp(BenchmarkCrew crew, Stretch stretch) {
    crew.each((i, searcher) -> part(i, searcher, stretch, WARM_UP_ZEROS, 0));
    List<Double> rates = stretch.perSecond();
    return rates.isEmpty() ? stretch.hashes() / stretch.elapsed() : rates.getLast();
  }

  private BenchmarkTally.Part part(
      int worker, Searcher searcher, Stretch stretch, int zeros, double rate) {
    double start = ThreadTime.seconds();
    var works = new BenchmarkWorks(layout, SelfTestCases.target(zeros), worker);
    double perNano = rate / device.workers() / 1e9;
    HitCheck hits = new BenchmarkShift(searcher, works, stretch, perNano).run();
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
