package org.gruve.kernels.telemetry;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceInfo;

/**
 * Finds the sensors of devices: NVIDIA's by NVML, other cards' and the processor's by Linux's
 * sysfs. It reads only: no clock, fan or limit is ever set.
 */
public final class Telemetry {
  private final Path sys;
  private final Supplier<Nvml> nvml;

  Telemetry(Path sys, Supplier<Nvml> nvml) {
    this.sys = sys;
    this.nvml = nvml;
  }

  /** That of this machine. NVML is loaded when the first GPU is asked for. */
  public static Telemetry here() {
    return new Telemetry(Path.of("/sys"), Nvml::here);
  }

  /** The sensors of a device, if its driver has any. */
  public Optional<Sensors> find(DeviceInfo device) {
    return device.backend().equals("cpu") ? CpuSensors.find(sys) : find(device.busId());
  }

  /** The sensors of the GPU at a PCI bus id, written in any way. */
  public Optional<Sensors> find(String busId) {
    return BusId.of(busId).flatMap(this::find);
  }

  /** Why NVML cannot be used, as on every machine without an NVIDIA driver. */
  public Optional<Throwable> unavailabilityCause() {
    return nvml.get().unavailabilityCause();
  }

  private Optional<Sensors> find(BusId busId) {
    return HwmonSensors.find(sys, busId).or(() -> nvml.get().find(busId));
  }
}
