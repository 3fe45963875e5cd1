package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.DeviceOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other processes that are told to end; {@code ProcessHandle.destroy} sends TERM, which counts as
 * INT.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "destroy sends no signal there")
@Timeout(180)
final class SignalsTest {
  @TempDir private Path data;

  @Test
  void theFirstEndsThePracticePoolInGoodOrder() throws Exception {
    Process pool = start(Gruve.class, "practice", "--listen", "127.0.0.1:0");
    BufferedReader lines = lines(pool);
    await(lines, "listening at height 0");
    pool.toHandle().destroy();
    await(lines, "stopped at height 0");
    assertThat(pool.waitFor()).isZero();
  }

  @Test
  void theFirstEndsABenchmarkWithoutAResult() throws Exception {
    Process benchmark = start(Gruve.class, "benchmark", "-t", "1", "--seconds", "3600");
    BufferedReader lines = lines(benchmark);
    await(lines, "warms up");
    benchmark.toHandle().destroy();
    await(lines, "gruve: stopped before the measurement was complete");
    assertThat(lines.readAllLines()).isEmpty();
    assertThat(benchmark.waitFor()).isEqualTo(ExitCode.ABORTED.code());
  }

  @Test
  void theFirstEndsMiningOnADeviceThatHangs() throws Exception {
    Process miner = start(HungMiner.class);
    BufferedReader lines = lines(miner);
    await(lines, "new job");
    await(lines, "accepted");
    miner.toHandle().destroy();
    await(lines, "gpu:0 failed: its last batch did not end in time");
    await(lines, "done after");
    assertThat(miner.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"benchmark", "demo"})
  void theFirstEndsAlsoWhatElseADeviceHangsIn(String command) throws Exception {
    Process hung = start(HungCommand.class, command);
    BufferedReader lines = lines(hung);
    await(lines, "hangs");
    hung.toHandle().destroy();
    await(lines, "gpu:0 failed: its driver was still at work when the program was to end");
    ExitCode exit = command.equals("demo") ? ExitCode.OK : ExitCode.ABORTED;
    assertThat(hung.waitFor()).isEqualTo(exit.code());
  }

  @Test
  void theSecondAborts() throws Exception {
    Process stubborn = start(Stubborn.class);
    BufferedReader lines = lines(stubborn);
    await(lines, "ready");
    stubborn.toHandle().destroy();
    await(lines, "first");
    stubborn.toHandle().destroy();
    assertThat(stubborn.waitFor()).isEqualTo(ExitCode.ABORTED.code());
  }

  private Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_DATA_HOME", data.toString());
    return builder.start();
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void await(BufferedReader lines, String words) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(words)) {
        return;
      }
      seen.add(line);
    }
    throw new AssertionError("it never said '" + words + "', but " + seen);
  }

  /** Mines on a device that hangs and on another. */
  static final class HungMiner {
    private HungMiner() {}

    /** Mines until it is stopped. */
    public static void main(String[] arguments) {
      List<DeviceOffer> offers =
          List.of(
              new FaultyOffer("gpu:0", FaultyOffer.Fault.HANGS),
              new FaultyOffer("gpu:1", FaultyOffer.Fault.NONE));
      MinerSettings mining = MinerSettings.standard();
      Terminal terminal = Terminal.ofProcess();
      MineRequest request =
          new MineRequest(
              List.of(),
              PoolPolicy.USUAL,
              Optional.empty(),
              List.of(),
              "tester",
              new DeviceChoice(List.of(), 0),
              null,
              null,
              null,
              "tester/1",
              0,
              new LaunchPace(mining.batch(), 0),
              false,
              false);
      Gruve.leave(new MineAction(terminal, request, _ -> offers, mining).run(true).code());
    }
  }

  /** Measures, or shows, a device that hangs, and says so when it does. */
  static final class HungCommand {
    private HungCommand() {}

    /** Does it until it is stopped. */
    public static void main(String[] arguments) {
      FaultyOffer.Fault fault =
          arguments[0].equals("demo")
              ? FaultyOffer.Fault.HANGS
              : FaultyOffer.Fault.HANGS_WHEN_MEASURED;
      List<DeviceOffer> offers =
          List.of(new FaultyOffer("gpu:0", fault, () -> System.out.println("hangs")));
      Terminal terminal = Terminal.ofProcess();
      Actions actions = new HungActions(terminal, offers);
      Gruve.leave(Gruve.run(terminal, actions, List.of(arguments[0])));
    }
  }

  /** The commands on other devices than those of the machine. */
  private record HungActions(Terminal terminal, List<DeviceOffer> offers) implements Actions {
    @Override
    public int demo(DemoRequest request, boolean plain) {
      MinerSettings mining = MinerSettings.standard();
      return new DemoAction(terminal, request, DemoSize.USUAL, _ -> offers, mining)
          .run(plain)
          .code();
    }

    @Override
    public int benchmark(BenchmarkRequest request, boolean plain) {
      var settings = BenchmarkSettings.standard(request.measured());
      return new BenchmarkAction(terminal, request, _ -> offers, settings).run(plain).code();
    }

    @Override
    public int mine(MineRequest request, boolean plain) {
      throw new IllegalStateException("nobody mines here");
    }

    @Override
    public int validate(ValidateRequest request, boolean plain) {
      throw new IllegalStateException("nobody validates here");
    }

    @Override
    public int practice(PracticeRequest request, boolean plain) {
      throw new IllegalStateException("nobody practises here");
    }

    @Override
    public int trial(TrialRequest request, boolean plain) {
      throw new IllegalStateException("nobody practises here");
    }
  }

  /** Would rather go on. */
  static final class Stubborn {
    private Stubborn() {}

    /** Waits until it is aborted. */
    public static void main(String[] arguments) throws InterruptedException {
      Signals.onStop(
          () -> System.out.println("first"),
          () -> Runtime.getRuntime().halt(ExitCode.ABORTED.code()));
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }
}
