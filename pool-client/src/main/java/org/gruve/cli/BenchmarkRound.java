package org.gruve.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.WatchedDevice;
import org.gruve.kernels.Benchmark;
import org.gruve.kernels.BenchmarkResult;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Sensors;

/** One device after the other; one that fails does not cost the others their results. */
final class BenchmarkRound {
  private final Terminal terminal;
  private final Session session;
  private final BenchmarkRequest request;
  private final BenchmarkSettings settings;
  private final GuardedSensors sensors;
  private final List<BenchmarkResult> results = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  BenchmarkRound(
      Terminal terminal, Session session, BenchmarkRequest request, BenchmarkSettings settings) {
    this.terminal = terminal;
    this.session = session;
    this.request = request;
    this.settings = settings;
    this.sensors = GuardedSensors.here(session.inbox()::isStopping);
  }

  /** Measures them all, or until it is to stop, and closes them all. */
  void measure(Collection<Device> devices) {
    ArrayDeque<WatchedDevice> waiting =
        new ArrayDeque<>(devices.stream().map(this::watched).toList());
    try {
      while (!waiting.isEmpty() && !session.inbox().isStopping()) {
        measure(waiting.poll());
      }
    } finally {
      waiting.forEach(this::close);
    }
    if (session.inbox().isStopping() && results.size() < devices.size()) {
      failures.add(
          new Failure(
              ExitCode.ABORTED,
              "stopped before the measurement was complete, so there is no result"));
    }
  }

  /** What was measured to its end. */
  List<BenchmarkResult> results() {
    return List.copyOf(results);
  }

  /** Tells what failed; throws the last of it where there is no result at all. */
  ExitCode exit() {
    for (Failure failure : failures) {
      if (results.isEmpty() && failure.equals(failures.getLast())) {
        throw failure;
      }
      terminal.err().println("gruve: " + failure.text());
    }
    if (!failures.isEmpty()) {
      return failures.getLast().exit();
    }
    boolean sound = results.stream().allMatch(BenchmarkResult::passed);
    return sound ? ExitCode.OK : ExitCode.SELF_TEST;
  }

  private WatchedDevice watched(Device device) {
    return new WatchedDevice(
        device, settings.deadline(), settings.nanoClock(), session.inbox()::isStopping);
  }

  private void close(WatchedDevice device) {
    try {
      device.close();
    } catch (DeviceException e) {
      failures.add(failure(device, e));
    }
  }

  private Sensors sensors(DeviceInfo device) {
    Sensors own = sensors.find(device).orElse(() -> Readings.NONE);
    return () -> sensors.read(device, own);
  }

  private static Failure failure(WatchedDevice device, DeviceException cause) {
    String text = device.info().id() + " failed: " + Failure.sentence(cause);
    return new Failure(ExitCode.SELF_TEST, text).because(cause);
  }

  private void measure(WatchedDevice device) {
    String id = device.info().id();
    BenchmarkOnlooker onlooker = new BenchmarkOnlooker(session, device, sensors(device.info()));
    session.note(
        NetworkName.NONE,
        "bench",
        id
            + " warms up until its rate is steady, mostly 5 to 15 s; then it is measured for "
            + request.measured().toSeconds()
            + " s");
    try (device) {
      device.listen(sentence -> session.inbox().remark(device.info(), sentence));
      Optional<BenchmarkResult> result =
          new Benchmark(device, request.layout(), settings, onlooker).run();
      result.ifPresent(results::add);
      onlooker.end();
      result.ifPresent(this::report);
    } catch (DeviceException e) {
      onlooker.end();
      failures.add(failure(device, e));
    }
  }

  /** Prints a person's report at once, since the next device takes its time. */
  private void report(BenchmarkResult result) {
    String id = result.device().id();
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
  }
}
