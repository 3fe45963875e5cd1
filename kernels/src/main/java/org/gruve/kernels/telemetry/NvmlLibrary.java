package org.gruve.kernels.telemetry;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The functions of NVML that are read, by their new names or else their old ones: drivers of many
 * years have only the latter, those to come only the former. One that a driver lacks answers {@link
 * #NOT_SUPPORTED}, as for a board without that sensor.
 */
@SuppressWarnings("restricted") // Foreign functions are what this is for; the launcher allows them.
final class NvmlLibrary {
  static final int SUCCESS = 0;
  static final int NOT_SUPPORTED = 3;
  static final int GPU_IS_LOST = 15;

  private static final FunctionDescriptor PLAIN = FunctionDescriptor.of(JAVA_INT);
  private static final FunctionDescriptor READING =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor CHOSEN =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  private final SymbolLookup symbols;
  private final @Nullable MethodHandle init;
  private final @Nullable MethodHandle deviceAt;

  /** Opens a library; an {@link IllegalArgumentException} says that it cannot be. */
  NvmlLibrary(String name) {
    // For the life of the process: a reading may still be under way at its end.
    symbols = SymbolLookup.libraryLookup(name, Arena.global());
    init = find(PLAIN, "nvmlInit_v2", "nvmlInit");
    deviceAt = find(READING, "nvmlDeviceGetHandleByPciBusId_v2", "nvmlDeviceGetHandleByPciBusId");
  }

  /** A function that writes what it reads of a device to an address. */
  @FunctionalInterface
  interface Reading {
    int read(MemorySegment device, MemorySegment result);
  }

  int initialise() {
    try {
      return init == null ? NOT_SUPPORTED : (int) init.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int deviceAt(MemorySegment busId, MemorySegment handle) {
    return call(deviceAt, busId, handle);
  }

  /** A function of a device, by the first of these names that the driver has. */
  Reading reading(String... names) {
    MethodHandle function = find(READING, names);
    return (device, result) -> call(function, device, result);
  }

  /** The same of a function that is also told which sensor, fan or clock. */
  Reading reading(int which, String... names) {
    MethodHandle function = find(CHOSEN, names);
    return (device, result) -> call(function, device, which, result);
  }

  private @Nullable MethodHandle find(FunctionDescriptor form, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> symbols.find(name).stream())
        .findFirst()
        .map(symbol -> Linker.nativeLinker().downcallHandle(symbol, form))
        .orElse(null);
  }

  private static int call(@Nullable MethodHandle function, MemorySegment a, MemorySegment b) {
    try {
      return function == null ? NOT_SUPPORTED : (int) function.invokeExact(a, b);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static int call(
      @Nullable MethodHandle function, MemorySegment device, int which, MemorySegment result) {
    try {
      return function == null ? NOT_SUPPORTED : (int) function.invokeExact(device, which, result);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    return new IllegalStateException("a function of NVML cannot be called", e);
  }
}
