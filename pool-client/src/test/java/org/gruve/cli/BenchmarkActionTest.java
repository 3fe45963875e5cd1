package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gruve.cli.ClockedOffer.Fault;
import org.gruve.kernels.BenchmarkSettings;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** On devices that need a millisecond of their own clock for a hash. */
final class BenchmarkActionTest {
  private static final int GOLDEN = 13;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> closed = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  @ParameterizedTest
  @EnumSource(Layout.class)
  void tellsProgramsWhatWasMeasuredInOneObject(Layout layout) {
    assertThat(run(layout, true, Fault.NONE)).isEqualTo(ExitCode.OK);
    assertThat(out()).hasLineCount(1);
    JsonNode told = new ObjectMapper().readTree(out());
    assertThat(told.propertyNames())
        .containsExactly(
            "type",
            "schema",
            "date",
            "version",
            "commit",
            "cpu",
            "processors",
            "cpu_flags",
            "java",
            "java_vendor",
            "system",
            "arch",
            "devices");
    JsonNode device = told.get("devices").get(0);
    assertThat(device.get("id").asString()).isEqualTo("cpu0");
    assertThat(device.get("layout").asString()).isEqualTo(layout.label());
    assertThat(device.get("kernel_hash").asString()).isEqualTo("0123456789ab");
    assertThat(device.get("hashrate_hs").asDouble()).isCloseTo(1000, within(1e-6));
    assertThat(device.get("rates_hs")).hasSize(10);
    assertThat(device.get("hashes").asLong()).isEqualTo(10_000);
    assertThat(device.get("seconds").asDouble()).isCloseTo(10, within(1e-9));
    assertThat(device.get("golden_expected").asInt()).isEqualTo(2 * GOLDEN);
    assertThat(device.get("golden_found").asInt()).isEqualTo(2 * GOLDEN);
    assertThat(device.get("hits_expected").asDouble()).isCloseTo(1250, within(1e-9));
    assertThat(device.get("failure").isNull()).isTrue();
    assertThat(device.propertyNames())
        .contains("name", "backend", "kernel", "threads", "cpu_seconds", "hits_found")
        .contains("clock_hz", "cycles_per_hash", "warm_up_seconds", "steady");
  }

  @Test
  void tellsPeopleOneFactALine() {
    assertThat(run(Layout.VERSION_ROLLED, false, Fault.NONE)).isEqualTo(ExitCode.OK);
    assertThat(out().lines().map(line -> line.strip().split(" {2,}| is | ")[0]))
        .containsSubsequence(
            "cpu0:", "kernel", "work", "rate", "per", "CPU", "cycles/hash", "golden", "hits")
        .containsSubsequence("verdict", "CPU", "Java", "system", "Gruve");
    assertThat(out())
        .contains("work         version-rolled, 1 thread")
        .contains("rate         0.001 MH/s (10,000 hashes in 10.00 s)")
        .contains("golden       26 of 26 nonces")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"BLIND_IN_LONG_WORK, it found 0 hits", "BOASTS_IN_LONG_WORK, sigma"})
  void endsWithSixWhenTheHitsDoNotAgreeWithTheClaim(Fault fault, String why) {
    assertThat(run(Layout.VERSION_ROLLED, true, fault)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(err()).contains("gruve: cpu0 cannot be believed: ").contains(why);
    JsonNode device = new ObjectMapper().readTree(out()).get("devices").get(0);
    assertThat(device.get("failure").asString()).contains(why);
  }

  @Test
  void measuresTheOtherDevicesTooAndEndsWithSixForTheOneThatIsWrong() {
    assertThat(run(Layout.ONE_VERSION, true, Fault.BOASTS_IN_LONG_WORK, Fault.NONE))
        .isEqualTo(ExitCode.SELF_TEST);
    JsonNode devices = new ObjectMapper().readTree(out()).get("devices");
    assertThat(devices.get(0).get("failure").isNull()).isFalse();
    assertThat(devices.get(1).get("failure").isNull()).isTrue();
  }

  @Test
  void endsWithSixWhenADeviceIsLost() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> run(Layout.ONE_VERSION, true, Fault.LOST_IN_LONG_WORK));
    assertThat(failure.exit()).isEqualTo(ExitCode.SELF_TEST);
    assertThat(failure.text()).isEqualTo("cpu0 failed: the driver is gone");
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NONE, LOST_IN_LONG_WORK, cpu0, cpu1", "LOST_IN_LONG_WORK, NONE, cpu1, cpu0"})
  void printsTheOtherDevicesResultAndEndsWithSixWhenOneIsLost(
      Fault first, Fault second, String measured, String lost) {
    assertThat(run(Layout.ONE_VERSION, true, first, second)).isEqualTo(ExitCode.SELF_TEST);
    assertThat(out()).hasLineCount(1);
    JsonNode devices = new ObjectMapper().readTree(out()).get("devices");
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).get("id").asString()).isEqualTo(measured);
    assertThat(err()).contains("gruve: " + lost + " failed: the driver is gone");
  }

  @Test
  void closesAllDevicesWhateverBecomesOfOne() {
    run(Layout.ONE_VERSION, true, Fault.LOST_IN_LONG_WORK, Fault.NONE);
    assertThat(closed).containsExactly("cpu0", "cpu1");
    closed.clear();
    assertThatThrownBy(
            () -> run(Layout.ONE_VERSION, true, Fault.NONE, Fault.BROKEN_INSIDE, Fault.NONE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(closed).containsExactly("cpu0", "cpu1", "cpu2");
  }

  @Test
  void passesOnWhatADeviceRemarks() {
    assertThat(run(Layout.ONE_VERSION, false, Fault.REMARKS_IN_LONG_WORK)).isEqualTo(ExitCode.OK);
    assertThat(err()).containsOnlyOnce("cpu0: it is hot");
  }

  private ExitCode run(Layout layout, boolean json, Fault... faults) {
    List<DeviceOffer> offers = new ArrayList<>();
    for (int i = 0; i < faults.length; i++) {
      offers.add(new ClockedOffer("cpu" + i, faults[i], clock, closed));
    }
    Duration measured = Duration.ofSeconds(10);
    var request =
        new BenchmarkRequest(
            new DeviceChoice(List.of(), 0), measured, Duration.ofMillis(20), layout, json);
    var settings =
        new BenchmarkSettings(
            measured,
            Duration.ofSeconds(3),
            Duration.ofSeconds(9),
            Duration.ofSeconds(30),
            clock::get);
    var terminal = new Terminal(stream(out), stream(err), Map.of(), false);
    return new BenchmarkAction(terminal, request, _ -> offers, settings).run(true);
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
