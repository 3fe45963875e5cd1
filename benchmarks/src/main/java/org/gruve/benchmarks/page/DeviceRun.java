package org.gruve.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gruve.benchmarks.HardwareClass;
import tools.jackson.databind.JsonNode;

/** One device in one run of {@code gruve benchmark --json}. */
record DeviceRun(RawFile file, JsonNode device) {
  /** Runs of one setup are put together: of one machine, and of one code. */
  record Setup(
      String machine,
      String device,
      String kernel,
      String hash,
      String commit,
      String layout,
      String threads) {
    /** The same with work of one version. */
    Setup ofOneVersion() {
      return new Setup(machine, device, kernel, hash, commit, "one-version", threads);
    }
  }

  static List<DeviceRun> in(List<RawFile> files) {
    List<DeviceRun> runs = new ArrayList<>();
    for (RawFile file : files) {
      file.list("devices").forEach(device -> runs.add(new DeviceRun(file, device).checked()));
    }
    return runs;
  }

  /** What did not find its nonces has no place on the page. */
  private DeviceRun checked() {
    int expected = device.path("golden_expected").asInt(0);
    int found = device.path("golden_found").asInt(-1);
    if (expected == 0 || found != expected) {
      throw new IllegalArgumentException(
          "%s: %d of %d golden nonces were found".formatted(file.name(), found, expected));
    }
    RawFile.optionalText(device, "failure")
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(file.name() + " is of a failed run: " + why);
            });
    return this;
  }

  Setup setup() {
    return new Setup(
        file.cpu(),
        file.text(device, "name"),
        file.text(device, "kernel"),
        RawFile.optionalText(device, "kernel_hash").orElse(""),
        file.machine("commit").orElse(""),
        RawFile.optionalText(device, "layout").orElse(""),
        isCpu() ? Integer.toString(device.path("threads").asInt(1)) : "");
  }

  double rate() {
    return file.number(device, "hashrate_hs");
  }

  Optional<Double> cycles() {
    return RawFile.optionalNumber(device, "cycles_per_hash").stream().boxed().findFirst();
  }

  boolean isCpu() {
    return file.text(device, "backend").equals("cpu");
  }

  /** What the rate was measured on. */
  String hardwareName() {
    return isCpu() ? file.cpu() : file.text(device, "name");
  }

  /** The class of hardware that the rate stands for, where it is known. */
  Optional<HardwareClass> hardware() {
    return isCpu() ? file.cpuClass() : HardwareClass.ofGpu(file.text(device, "name"));
  }
}
