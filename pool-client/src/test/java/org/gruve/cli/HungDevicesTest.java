package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gruve.cli.FaultyOffer.Fault;
import org.gruve.core.mine.LaunchDeadline;
import org.gruve.core.mine.MinerSettings;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Layout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Devices that hang after their self-test, where nobody mines. */
final class HungDevicesTest {
  private static final Duration BATCH = Duration.ofMillis(20);
  private static final LaunchDeadline DEADLINE = LaunchDeadline.always(Duration.ofMillis(500));
  private static final DeviceChoice ALL = new DeviceChoice(List.of(), 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private List<FaultyOffer> offers = List.of();

  @AfterEach
  void letGo() {
    offers.forEach(FaultyOffer::release);
  }

  @Test
  void aBenchmarkMeasuresTheOthersAndEndsWithSix() {
    assertThat(benchmark(Fault.HANGS_WHEN_MEASURED, Fault.NONE)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err()).contains("gruve: gpu:0 failed: its driver did not return from a call within");
    JsonNode devices = new ObjectMapper().readTree(out()).get("devices");
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).get("id").asString()).isEqualTo("gpu:1");
    assertThat(devices.get(0).get("failure").isNull()).isTrue();
  }

  @Test
  void aDemonstrationGoesOnWithTheOthersAndEndsWithSix() {
    assertThat(demo(Fault.HANGS, Fault.NONE)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err())
        .containsSubsequence("2/5 ", "gpu:0 failed: its driver did not return", "2/5 ", "3/5 ")
        .contains("4/5 ", "5/5 ");
    assertThat(out()).contains("\"type\":\"rediscovery\"");
  }

  @Test
  void aDemonstrationGoesOnWithoutADeviceThatVanishes() {
    assertThat(demo(Fault.VANISHES, Fault.NONE)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err()).containsSubsequence("gpu:0 failed: it has fallen off the bus", "3/5 ");
  }

  @Test
  void aDemonstrationEndsWithSixWhenNoDeviceIsLeft() {
    Failure failure = catchThrowableOfType(Failure.class, () -> demo(Fault.HANGS));
    assertThat(failure.exit()).isEqualTo(ExitCode.SELF_TEST);
    assertThat(failure.text()).isEqualTo("no device is left to find the block with");
  }

  private ExitCode benchmark(Fault... faults) {
    Duration second = Duration.ofSeconds(1);
    var settings =
        new BenchmarkSettings(
                second, second, second.multipliedBy(2), second.multipliedBy(9), System::nanoTime)
            .withDeadline(DEADLINE);
    var request = new BenchmarkRequest(ALL, second, BATCH, Layout.ONE_VERSION, true);
    List<DeviceOffer> chosen = offers(faults);
    return new BenchmarkAction(terminal(), request, _ -> chosen, settings).run(true);
  }

  private ExitCode demo(Fault... faults) {
    var mining = new MinerSettings(BATCH, Duration.ofSeconds(60), DEADLINE, System::nanoTime);
    var size = new DemoSize(4, 1, Duration.ofMinutes(2));
    List<DeviceOffer> chosen = offers(faults);
    return new DemoAction(terminal(), new DemoRequest(ALL, true), size, _ -> chosen, mining)
        .run(true);
  }

  private List<DeviceOffer> offers(Fault... faults) {
    offers =
        IntStream.range(0, faults.length)
            .mapToObj(i -> new FaultyOffer("gpu:" + i, faults[i]))
            .toList();
    return List.copyOf(offers);
  }

  private Terminal terminal() {
    return new Terminal(stream(out), stream(err), Map.of(), false);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
