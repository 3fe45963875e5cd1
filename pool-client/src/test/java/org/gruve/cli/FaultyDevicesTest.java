package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gruve.cli.FaultyOffer.Fault;
import org.gruve.core.mine.LaunchDeadline;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.DeviceOffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The whole circle with devices that fail: practice pool, real loopback sockets. */
final class FaultyDevicesTest {
  private static final Duration BATCH = Duration.ofMillis(20);

  @TempDir private Path data;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private List<FaultyOffer> offers = List.of();

  @AfterEach
  void letGo() {
    offers.forEach(FaultyOffer::release);
  }

  @Test
  void goesOnWithoutADeviceThatHangs() {
    assertThat(mine(false, "4s", Fault.HANGS, Fault.NONE)).isEqualTo(ExitCode.OK);
    assertThat(err()).contains("gpu:0 failed: its driver did not return from a call within");
    assertThat(json("error")).hasSize(1);
    assertThat(json("share")).isNotEmpty().allMatch(share -> text(share, "device").equals("gpu:1"));
    assertThat(summary().get("device_errors").asInt()).isEqualTo(1);
  }

  @Test
  void goesOnWithoutADeviceThatVanishes() {
    assertThat(mine(false, "3s", Fault.VANISHES, Fault.NONE)).isEqualTo(ExitCode.OK);
    assertThat(err()).contains("gpu:0 failed: it has fallen off the bus; check its power");
    assertThat(json("share")).isNotEmpty().allMatch(share -> text(share, "device").equals("gpu:1"));
  }

  @Test
  void endsWithSixForADeadDeviceWhereAWatchdogIsToKnow() {
    assertThat(mine(true, "1h", Fault.HANGS, Fault.NONE)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err()).contains("stopping, as --on-dead-device exit asks for", "done after");
    assertThat(summary().get("device_errors").asInt()).isEqualTo(1);
  }

  @Test
  void endsWithSixWhenNoDeviceIsLeft() {
    assertThat(mine(false, "1h", Fault.HANGS, Fault.VANISHES)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err()).contains("no device is left to mine with");
    assertThat(json("summary")).hasSize(1);
  }

  @Test
  void tellsAnUnstableDeviceFromOneThatFails() {
    assertThat(mine(false, "4s", Fault.WRONG_HITS)).isEqualTo(ExitCode.OK);
    assertThat(err().lines().filter(line -> line.contains("when it is hashed again")))
        .singleElement()
        .asString()
        .contains("gpu:0 reported a hit that is none", "unstable clock or memory", "overclock");
    assertThat(summary().get("device_errors").asInt()).isGreaterThan(1);
    assertThat(json("share")).isEmpty();
  }

  @Test
  void leavesOutADeviceWhoseKernelIsWrong() {
    assertThat(mine(false, "1s", Fault.BLIND, Fault.NONE)).isEqualTo(ExitCode.OK);
    assertThat(err())
        .contains("gpu:0 is left out: it failed its self-test:")
        .contains("its kernel is wrong on this driver: update the driver, or use --no-gpu");
  }

  private ExitCode mine(boolean endsWithDevice, String limit, Fault... faults) {
    offers =
        Stream.iterate(0, i -> i < faults.length, i -> i + 1)
            .map(i -> new FaultyOffer("gpu:" + i, faults[i]))
            .toList();
    MineRequest request =
        new MineRequest(
            List.of(),
            PoolPolicy.USUAL,
            Optional.empty(),
            List.of(),
            "tester",
            new DeviceChoice(List.of(), 0),
            TimeSpan.parse(limit).orElseThrow(),
            null,
            null,
            "tester/1",
            0,
            new LaunchPace(BATCH, 0),
            endsWithDevice,
            true);
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("XDG_DATA_HOME", data.toString()),
            false);
    var deadline = LaunchDeadline.always(Duration.ofMillis(500));
    var mining = new MinerSettings(BATCH, Duration.ofSeconds(60), deadline, System::nanoTime);
    List<DeviceOffer> chosen = List.copyOf(offers);
    return new MineAction(terminal, request, _ -> chosen, mining).run(true);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> json(String type) {
    ObjectMapper mapper = new ObjectMapper();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(mapper::readTree)
        .filter(one -> text(one, "type").equals(type))
        .toList();
  }

  private JsonNode summary() {
    return json("summary").getFirst();
  }

  private static String text(JsonNode object, String field) {
    return object.get(field).asString();
  }
}
