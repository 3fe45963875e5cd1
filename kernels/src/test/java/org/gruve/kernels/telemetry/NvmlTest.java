package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gruve.core.mine.DeviceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvmlTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsAllThatTheDriverOffers() throws IOException, InterruptedException {
    Readings readings = sensors("-DNEW").read();
    assertThat(readings.temperature()).hasValue(61);
    assertThat(readings.power()).hasValue(123.456);
    assertThat(readings.energy()).hasValue(5_000_000);
    assertThat(readings.of(Quantity.FAN_PERCENT)).hasValue(47);
    assertThat(readings.of(Quantity.SM_CLOCK_MHZ)).hasValue(1980);
    assertThat(readings.of(Quantity.MEMORY_CLOCK_MHZ)).hasValue(2619);
    assertThat(readings.of(Quantity.POWER_LIMIT_W)).hasValue(700);
    assertThat(readings.throttles()).containsExactly("power limit", "too hot");
    assertThat(readings.fault()).isEmpty();
  }

  @Test
  void countsEnergyOnFromOneReadingToTheNext() throws IOException, InterruptedException {
    Sensors sensors = sensors("-DNEW");
    double before = sensors.read().energy().orElseThrow();
    assertThat(sensors.read().energy()).hasValue(before + 250);
  }

  @Test
  void leavesOutWhatIsNotSupported() throws IOException, InterruptedException {
    Readings readings = sensors("-DNEW", "-DFAN=3").read();
    assertThat(readings.of(Quantity.FAN_PERCENT)).isEmpty();
    assertThat(readings.temperature()).hasValue(61);
    assertThat(readings.fault()).isEmpty();
  }

  @Test
  void usesTheOldFunctionsWhereTheNewOnesAreMissing() throws IOException, InterruptedException {
    Readings readings = sensors().read();
    assertThat(readings.temperature()).hasValue(58);
    assertThat(readings.of(Quantity.FAN_PERCENT)).hasValue(33);
    assertThat(readings.throttles()).isEmpty();
  }

  @Test
  void saysThatAGpuIsLostAndGivesNoValue() throws IOException, InterruptedException {
    Readings readings = sensors("-DNEW", "-DANSWER=15").read();
    assertThat(readings.values()).isEmpty();
    assertThat(readings.fault()).hasValueSatisfying(why -> assertThat(why).contains("GPU is lost"));
  }

  @Test
  void gpusAreFoundByWhateverWayTheirBusIdIsWritten() throws IOException, InterruptedException {
    Telemetry telemetry = telemetry(Nvml.load(NvmlStub.compile(folder, "-DNEW")));
    assertThat(telemetry.find("00000000:1B:00.0")).isPresent();
    assertThat(telemetry.find("1b:00.0")).isPresent();
    assertThat(telemetry.find(new DeviceInfo("cuda:0", "cuda", "a", "b", "0000:1B:00.0")))
        .isPresent();
    assertThat(telemetry.find("0000:1c:00.0")).isEmpty();
    assertThat(telemetry.find("")).isEmpty();
  }

  @Test
  void keepsWhyThereIsNoLibrary() {
    Nvml nvml = Nvml.load(folder.resolve("libnone.so").toString());
    assertThat(nvml.isAvailable()).isFalse();
    assertThat(nvml.unavailabilityCause()).containsInstanceOf(IllegalArgumentException.class);
    assertThat(telemetry(nvml).find("01:00.0")).isEmpty();
    assertThat(telemetry(nvml).unavailabilityCause()).isPresent();
  }

  @Test
  void keepsWhyALibraryDoesNotStart() throws IOException, InterruptedException {
    Nvml nvml = Nvml.load(NvmlStub.compile(folder, "-DINIT=9"));
    assertThat(nvml.isAvailable()).isFalse();
    assertThat(nvml.unavailabilityCause().map(Throwable::getMessage))
        .hasValue("NVML does not start, NVML answers 9: the driver is not loaded");
  }

  @Test
  void aLibraryWithoutTheseFunctionsIsNoFailure() {
    // The C library itself: on every Linux, and knows nothing of GPUs.
    Nvml nvml = Nvml.load("libc.so.6");
    assertThat(nvml.isAvailable()).isFalse();
    assertThat(nvml.unavailabilityCause()).isPresent();
  }

  private Sensors sensors(String... macros) throws IOException, InterruptedException {
    Nvml nvml = Nvml.load(NvmlStub.compile(folder, macros));
    assertThat(nvml.unavailabilityCause()).isEmpty();
    Optional<Sensors> found = telemetry(nvml).find("0000:1b:00.0");
    return found.orElseThrow();
  }

  private Telemetry telemetry(Nvml nvml) {
    return new Telemetry(folder, () -> nvml);
  }
}
