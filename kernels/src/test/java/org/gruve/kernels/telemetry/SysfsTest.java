package org.gruve.kernels.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gruve.core.mine.DeviceInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsTest {
  private static final String CARD = "class/drm/card1/device/";
  private static final String CHIP = CARD + "hwmon/hwmon3/";
  private static final String RAPL = "class/powercap/intel-rapl:0/";
  private static final DeviceInfo CPU = new DeviceInfo("cpu", "cpu", "a", "b", "");

  @TempDir private Path path = Path.of("");
  private Folder sys = new Folder(path);

  @BeforeEach
  void beginInAnEmptyFolder() {
    sys = new Folder(path);
  }

  @Test
  void readsAllThatAnAmdCardOffers() {
    card()
        .put(CHIP + "temp1_label", "edge")
        .put(CHIP + "temp1_input", 55_000)
        .put(CHIP + "temp2_label", "junction")
        .put(CHIP + "temp2_input", 71_000)
        .put(CHIP + "power1_average", 203_000_000)
        .put(CHIP + "power1_cap", 250_000_000)
        .put(CHIP + "pwm1", 51)
        .put(CHIP + "freq1_label", "sclk")
        .put(CHIP + "freq1_input", 2_100_000_000L)
        .put(CHIP + "freq2_label", "mclk")
        .put(CHIP + "freq2_input", 1_000_000_000L);
    Readings readings = telemetry().find("03:00.0").orElseThrow().read();
    assertThat(readings.temperature()).hasValue(55);
    assertThat(readings.power()).hasValue(203);
    assertThat(readings.of(Quantity.POWER_LIMIT_W)).hasValue(250);
    assertThat(readings.of(Quantity.FAN_PERCENT)).hasValue(20);
    assertThat(readings.of(Quantity.SM_CLOCK_MHZ)).hasValue(2100);
    assertThat(readings.of(Quantity.MEMORY_CLOCK_MHZ)).hasValue(1000);
    assertThat(readings.energy()).isEmpty();
  }

  @Test
  void readsThePowerOfNewCardsByItsOtherName() {
    card().put(CHIP + "power1_input", 88_000_000);
    assertThat(telemetry().find("0000:03:00.0").orElseThrow().read().power()).hasValue(88);
  }

  @Test
  void leavesOutWhatIsMissingOrNoNumber() {
    card().put(CHIP + "temp1_input", "N/A").put(CHIP + "power1_average", "");
    Readings readings = telemetry().find("00000000:03:00.0").orElseThrow().read();
    assertThat(readings).isEqualTo(Readings.NONE);
  }

  @Test
  void findsNoSensorsOfAnotherCardNorOfOneWithoutHwmon() {
    sys.put(CARD + "uevent", "DRIVER=amdgpu\nPCI_SLOT_NAME=0000:03:00.0");
    assertThat(telemetry().find("0000:03:00.0")).isEmpty();
    card().put(CHIP + "temp1_input", 1000);
    assertThat(telemetry().find("0000:04:00.0")).isEmpty();
  }

  @Test
  void readsTheHottestPackageAndTheEnergyOfAll() {
    coretemp(0, 61_000);
    coretemp(1, 67_000);
    rapl(0, 5_000_000, 10_000_000);
    rapl(1, 7_000_000, 10_000_000);
    sys.put("class/powercap/intel-rapl:0:0/name", "core");
    Readings readings = cpu();
    assertThat(readings.temperature()).hasValue(67);
    assertThat(readings.energy()).hasValue(12);
    assertThat(readings.power()).isEmpty();
  }

  @Test
  void readsTheControlTemperatureOfAnAmdProcessor() {
    sys.put("class/hwmon/hwmon0/name", "nvme").put("class/hwmon/hwmon0/temp1_input", 30_000);
    sys.put("class/hwmon/hwmon1/name", "k10temp")
        .put("class/hwmon/hwmon1/temp3_label", "Tccd1")
        .put("class/hwmon/hwmon1/temp3_input", 44_000)
        .put("class/hwmon/hwmon1/temp1_label", "Tctl")
        .put("class/hwmon/hwmon1/temp1_input", 52_125);
    assertThat(cpu().temperature()).hasValue(52.125);
  }

  @Test
  void goesOnCountingWhenTheCountersBeginAnew() {
    rapl(0, 9_000_000, 10_000_000);
    Sensors sensors = telemetry().find(CPU).orElseThrow();
    assertThat(sensors.read().energy()).hasValue(9);
    rapl(0, 2_000_000, 10_000_000);
    assertThat(sensors.read().energy()).hasValue(12);
    rapl(0, 1_000_000, 10_000_000);
    assertThat(sensors.read().energy()).hasValue(21);
  }

  @Test
  void energyThatOnlyRootMayReadIsAbsent() throws IOException {
    coretemp(0, 61_000);
    rapl(0, 9_000_000, 10_000_000);
    // What is a folder cannot be read by root either.
    Path counter = path.resolve(RAPL + "energy_uj");
    Files.delete(counter);
    Files.createDirectory(counter);
    Readings readings = cpu();
    assertThat(readings.energy()).isEmpty();
    assertThat(readings.temperature()).hasValue(61);
  }

  @Test
  void aProcessorWithoutAnythingToReadHasNoSensors() {
    assertThat(telemetry().find(CPU)).isEmpty();
    sys.put("class/hwmon/hwmon0/name", "coretemp")
        .put("class/hwmon/hwmon0/temp1_label", "Package id 0");
    assertThat(telemetry().find(CPU)).isEmpty();
  }

  private Readings cpu() {
    return telemetry().find(CPU).orElseThrow().read();
  }

  private Folder card() {
    return sys.put(CARD + "uevent", "DRIVER=amdgpu\nPCI_SLOT_NAME=0000:03:00.0")
        .put(CHIP + "name", "amdgpu");
  }

  private void coretemp(int index, int milliDegrees) {
    String chip = "class/hwmon/hwmon" + index + "/";
    sys.put(chip + "name", "coretemp")
        .put(chip + "temp1_label", "Package id " + index)
        .put(chip + "temp1_input", milliDegrees);
  }

  private void rapl(int index, long microJoules, long range) {
    String zone = "class/powercap/intel-rapl:" + index + "/";
    sys.put(zone + "name", "package-" + index)
        .put(zone + "energy_uj", microJoules)
        .put(zone + "max_energy_range_uj", range);
  }

  private Telemetry telemetry() {
    return new Telemetry(path, () -> Nvml.load(path.resolve("libnone.so").toString()));
  }
}
