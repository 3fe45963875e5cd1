package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.DeviceOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
