package org.gruve.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.Benchmark;
import org.gruve.kernels.BenchmarkResult;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.BenchmarkWatch;
import org.gruve.kernels.DeviceOffer;

/** Measures devices one after the other, so that they do not disturb each other. */
final class BenchmarkAction {
  private final Terminal terminal;
  private final BenchmarkRequest request;
  private final Function<DeviceChoice, List<DeviceOffer>> selection;
  private final BenchmarkSettings settings;
  private final Platform platform = Platform.here();

  BenchmarkAction(Terminal terminal, BenchmarkRequest request) {
    this(terminal, request, DeviceSelection::of, BenchmarkSettings.standard(request.measured()));
  }

  /** Takes devices and times from a test. */
  BenchmarkAction(
      Terminal terminal,
      BenchmarkRequest request,
      Function<DeviceChoice, List<DeviceOffer>> selection,
      BenchmarkSettings settings) {
    this.terminal = terminal;
    this.request = request;
    this.selection = selection;
    this.settings = settings;
  }

  /** Returns the exit code. */
  ExitCode run(boolean plain) {
    List<DeviceOffer> offers = selection.apply(request.devices());
    try (Session session = new Session(terminal, plain, false)) {
      Fleet fleet =
          Fleet.open(
              offers,
              request.devices().threads(),
              text -> session.note(NetworkName.NONE, "bench", text));
      List<BenchmarkResult> results = new ArrayList<>();
      for (Device device : fleet.devices()) {
        results.add(measure(session, device));
      }
      print(results);
      boolean sound = results.stream().allMatch(BenchmarkResult::passed) && fleet.leftOut() == 0;
      return sound ? ExitCode.OK : ExitCode.SELF_TEST;
    }
  }

  /** Prints a person's report at once, since the next device takes its time. */
  private BenchmarkResult measure(Session session, Device device) {
    String id = device.info().id();
    session.note(NetworkName.NONE, "bench", id + " is warmed up until its rate is steady");
    BenchmarkResult result = result(session, device);
    session.progress("");
    if (!request.json()) {
      terminal.out().print(new BenchmarkText(result).lines());
    }
    if (!result.warmUp().settled()) {
      session.note(
          NetworkName.NONE,
          "bench",
          id + "'s rate was not steady when it was measured: end what else runs here");
    }
    if (!result.passed()) {
      terminal.err().println("gruve: " + id + " cannot be believed: " + result.proof().failure());
    }
    return result;
  }

  private BenchmarkResult result(Session session, Device device) {
    String id = device.info().id();
    try (device) {
      Benchmark benchmark =
          new Benchmark(device, request.layout(), settings, new Onlooker(session, id));
      Optional<BenchmarkResult> result = benchmark.run();
      return result.orElseThrow(BenchmarkAction::stopped);
    } catch (DeviceException e) {
      throw new Failure(ExitCode.SELF_TEST, id + " failed: " + Failure.sentence(e)).because(e);
    }
  }

  private void print(List<BenchmarkResult> results) {
    if (request.json()) {
      terminal.out().println(BenchmarkJson.of(results, platform, Instant.now()));
    } else {
      terminal.out().print(BenchmarkText.environment(platform));
    }
  }

  private static Failure stopped() {
    return new Failure(
        ExitCode.ABORTED, "stopped before the measurement was complete, so there is no result");
  }

  /** Shows how far it is. */
  private record Onlooker(Session session, String id) implements BenchmarkWatch {
    @Override
    public boolean isStopping() {
      return session.inbox().isStopping();
    }

    @Override
    public void progress(Stage stage, double seconds, double hashrate) {
      String doing = stage == Stage.MEASURING ? "measuring" : "warming up";
      session.progress(
          String.format(Locale.ROOT, "%s %s, %.0f s, ", id, doing, seconds)
              + Figures.rate(hashrate));
    }
  }
}
