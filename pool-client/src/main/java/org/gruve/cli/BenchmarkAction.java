package org.gruve.cli;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.gruve.kernels.BenchmarkResult;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.DeviceOffer;

/** Measures devices one after the other, so that they do not disturb each other. */
final class BenchmarkAction {
  private final Terminal terminal;
  private final BenchmarkRequest request;
  private final Function<DeviceChoice, List<DeviceOffer>> selection;
  private final BenchmarkSettings settings;
  private final Platform platform = Platform.here();

  BenchmarkAction(Terminal terminal, BenchmarkRequest request) {
    this(
        terminal,
        request,
        DeviceSelection::of,
        BenchmarkSettings.standard(request.measured()).withBatch(request.batch()));
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
              request.devices().opening(terminal),
              text -> session.note(NetworkName.NONE, "bench", text),
              session.inbox()::isStopping);
      BenchmarkRound round = new BenchmarkRound(terminal, session, request, settings);
      round.measure(fleet.devices());
      print(round.results());
      ExitCode exit = round.exit();
      return exit == ExitCode.OK && fleet.leftOut() > 0 ? ExitCode.SELF_TEST : exit;
    }
  }

  private void print(List<BenchmarkResult> results) {
    if (results.isEmpty()) {
      return;
    }
    if (request.json()) {
      terminal.out().println(BenchmarkJson.of(results, platform, Instant.now()));
    } else {
      terminal.out().print(BenchmarkText.environment(platform));
    }
  }
}
