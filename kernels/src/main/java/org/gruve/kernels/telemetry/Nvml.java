package org.gruve.kernels.telemetry;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** NVIDIA's management library, or why it cannot be used. Loading it never throws. */
final class Nvml {
  private static final String LINUX = "libnvidia-ml.so.1";
  private static final String WINDOWS = "nvml.dll";

  private final @Nullable NvmlLibrary library;
  private final @Nullable Throwable cause;

  private Nvml(@Nullable NvmlLibrary library, @Nullable Throwable cause) {
    this.library = library;
    this.cause = cause;
  }

  /** That of this machine's driver, loaded once and kept: unloading it helps nobody. */
  static Nvml here() {
    return Here.NVML;
  }

  /** Loads and initialises a library by its name or path. */
  static Nvml load(String name) {
    try {
      NvmlLibrary library = new NvmlLibrary(name);
      int answer = library.initialise();
      return answer == NvmlLibrary.SUCCESS
          ? new Nvml(library, null)
          : new Nvml(null, new IllegalStateException("NVML does not start, " + words(answer)));
    } catch (RuntimeException | LinkageError e) {
      return new Nvml(null, e);
    }
  }

  boolean isAvailable() {
    return library != null;
  }

  Optional<Throwable> unavailabilityCause() {
    return Optional.ofNullable(cause);
  }

  /** The sensors of the GPU at a place, if this driver knows one there. */
  Optional<Sensors> find(BusId busId) {
    NvmlLibrary known = library;
    if (known == null) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(ADDRESS);
      int answer = known.deviceAt(arena.allocateFrom(busId.text()), handle);
      return answer == NvmlLibrary.SUCCESS
          ? Optional.of(new NvmlSensors(known, handle.get(ADDRESS, 0)))
          : Optional.empty();
    }
  }

  /** NVML's answers that a user can do something about. */
  static String words(int answer) {
    String meaning =
        switch (answer) {
          case 4 -> ": no permission";
          case 9 -> ": the driver is not loaded";
          case NvmlLibrary.GPU_IS_LOST -> ": the GPU is lost; restart the machine";
          case 18 -> ": driver and library are of different versions; restart the machine";
          default -> "";
        };
    return "NVML answers " + answer + meaning;
  }

  /** Loaded when first asked for. */
  private static final class Here {
    private static final Nvml NVML =
        load(
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                ? WINDOWS
                : LINUX);

    private Here() {}
  }
}
