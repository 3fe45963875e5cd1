package org.gruve.kernels.gpu;

import java.util.function.Supplier;

/**
 * A device that a driver has, and the way to it.
 *
 * @param driver its version
 * @param busId PCI bus id, or empty
 * @param kind what the driver calls it
 * @param units what runs groups of threads
 * @param clockMhz the highest, 0 where it is not told
 * @param kernelHash names the text of its kernels
 * @param choices the settings that are worth a trial
 * @param opener opens a context on it
 */
public record FoundGpu(
    String name,
    String vendor,
    String driver,
    String busId,
    Kind kind,
    int units,
    int clockMhz,
    long memoryBytes,
    String kernelHash,
    Choices choices,
    Supplier<GpuDriver> opener) {
  /** OpenCL drivers offer CPUs, too. */
  public enum Kind {
    GPU,
    CPU,
    ACCELERATOR
  }
}
