package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceException;

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
 * @param refusal why it cannot be used, in a sentence, where it cannot
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
    Supplier<GpuDriver> opener,
    Optional<String> refusal) {
  /** OpenCL drivers offer CPUs, too. */
  public enum Kind {
    GPU,
    CPU,
    ACCELERATOR
  }

  /** One that is there, and of which its driver tells nothing but an error. */
  public static FoundGpu mute(String name, String vendor, Kind kind, DeviceException error) {
    String why = String.valueOf(error.getMessage());
    Supplier<GpuDriver> opener = refusing(why);
    return new FoundGpu(
        name, vendor, "", "", kind, 0, 0, 0, "", Choices.others(), opener, Optional.of(why));
  }

  /** The same device, which cannot be used, and why. */
  public FoundGpu refused(String why) {
    return new FoundGpu(
        name,
        vendor,
        driver,
        busId,
        kind,
        units,
        clockMhz,
        memoryBytes,
        kernelHash,
        choices,
        refusing(why),
        Optional.of(why));
  }

  private static Supplier<GpuDriver> refusing(String why) {
    return () -> {
      throw new DeviceException(why);
    };
  }
}
