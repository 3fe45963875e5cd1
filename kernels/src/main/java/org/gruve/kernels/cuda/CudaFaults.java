package org.gruve.kernels.cuda;

import static java.util.Map.entry;
import static jcuda.driver.CUresult.CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE;
import static jcuda.driver.CUresult.CUDA_ERROR_DEVICE_UNAVAILABLE;
import static jcuda.driver.CUresult.CUDA_ERROR_ECC_UNCORRECTABLE;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_INSTRUCTION;
import static jcuda.driver.CUresult.CUDA_ERROR_JIT_COMPILER_NOT_FOUND;
import static jcuda.driver.CUresult.CUDA_ERROR_LAUNCH_FAILED;
import static jcuda.driver.CUresult.CUDA_ERROR_LAUNCH_TIMEOUT;
import static jcuda.driver.CUresult.CUDA_ERROR_NO_DEVICE;
import static jcuda.driver.CUresult.CUDA_ERROR_OPERATING_SYSTEM;
import static jcuda.driver.CUresult.CUDA_ERROR_OUT_OF_MEMORY;
import static jcuda.driver.CUresult.CUDA_ERROR_STUB_LIBRARY;
import static jcuda.driver.CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH;
import static jcuda.driver.CUresult.CUDA_ERROR_SYSTEM_NOT_READY;
import static jcuda.driver.CUresult.CUDA_ERROR_UNKNOWN;
import static jcuda.driver.CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION;
import static jcuda.driver.CUresult.CUDA_SUCCESS;

import java.util.Map;
import jcuda.driver.JCudaDriver;
import org.gruve.core.mine.DeviceException;

/** Turns what the driver answers into what the rest of the program knows. */
final class CudaFaults {
  private static final String UNSTABLE =
      "the GPU is unstable, lower its clocks if they were raised; else update the driver";

  private static final Map<Integer, String> ADVICE =
      Map.ofEntries(
          entry(CUDA_ERROR_OUT_OF_MEMORY, "other programs fill its memory, nvidia-smi lists them"),
          entry(
              CUDA_ERROR_STUB_LIBRARY,
              "the toolkit's stub of libcuda stands before the real one in the library path"),
          entry(CUDA_ERROR_DEVICE_UNAVAILABLE, "another program has it for itself alone"),
          entry(
              CUDA_ERROR_NO_DEVICE,
              "if nvidia-smi lists a GPU, look at the variable CUDA_VISIBLE_DEVICES"),
          entry(
              CUDA_ERROR_ECC_UNCORRECTABLE,
              "its memory failed: restart the machine, and have the card replaced if it comes"
                  + " back"),
          entry(
              CUDA_ERROR_JIT_COMPILER_NOT_FOUND,
              "the driver's libnvidia-ptxjitcompiler is missing: install all of the driver"),
          entry(
              CUDA_ERROR_UNSUPPORTED_PTX_VERSION,
              "the driver is too old: update it to release 410 or later"),
          entry(
              CUDA_ERROR_OPERATING_SYSTEM,
              "look whether this user may open the files /dev/nvidia*"),
          entry(CUDA_ERROR_ILLEGAL_ADDRESS, UNSTABLE),
          entry(CUDA_ERROR_ILLEGAL_INSTRUCTION, UNSTABLE),
          entry(CUDA_ERROR_LAUNCH_FAILED, UNSTABLE),
          entry(
              CUDA_ERROR_LAUNCH_TIMEOUT,
              "the watchdog of its display ended the launch: make launches shorter, --launch-ms 5"),
          entry(
              CUDA_ERROR_SYSTEM_NOT_READY,
              "start the service that the machine needs first, such as nvidia-fabricmanager"),
          entry(
              CUDA_ERROR_SYSTEM_DRIVER_MISMATCH,
              "the driver was updated while its old module runs: restart the machine"),
          entry(
              CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE,
              "take the package cuda-compat off the library path"),
          entry(
              CUDA_ERROR_UNKNOWN,
              "the GPU may be lost: look at nvidia-smi and the kernel's log, restart the machine"));

  private CudaFaults() {}

  /**
   * Does nothing when the driver succeeded.
   *
   * @param result what it answered
   * @param what what it did not do, as in {@code "gives no context"}
   * @throws DeviceException when it answered with an error
   */
  static void check(int result, String what) {
    if (result != CUDA_SUCCESS) {
      throw told(result, what, "");
    }
  }

  /** The same with what else the driver says, which may be nothing. */
  static DeviceException told(int result, String what, String log) {
    String advice = ADVICE.get(result);
    return new DeviceException(
        "the CUDA driver %s: %s%s%s"
            .formatted(
                what,
                named(result),
                advice == null ? "" : "; " + advice,
                log.isEmpty() ? "" : "; it says: " + log));
  }

  private static String named(int result) {
    String[] name = new String[1];
    String[] text = new String[1];
    boolean known =
        JCudaDriver.cuGetErrorName(result, name) == CUDA_SUCCESS
            && JCudaDriver.cuGetErrorString(result, text) == CUDA_SUCCESS;
    return known ? name[0] + " (" + text[0] + ")" : "error " + result;
  }
}
