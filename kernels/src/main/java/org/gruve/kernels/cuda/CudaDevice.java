package org.gruve.kernels.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.JCudaDriver.cuDeviceGetAttribute;
import static jcuda.driver.JCudaDriver.cuDeviceGetName;
import static jcuda.driver.JCudaDriver.cuDeviceGetPCIBusId;
import static jcuda.driver.JCudaDriver.cuDeviceTotalMem;
import static jcuda.driver.JCudaDriver.cuDriverGetVersion;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import jcuda.driver.CUdevice;

/** What the CUDA driver says of one of its devices. */
record CudaDevice(CUdevice id) {
  private static final int TEXT_BYTES = 256;
  private static final int KHZ_PER_MHZ = 1000;

  /** The text says sm_50. */
  private static final int LEAST_MAJOR = 5;

  String name() {
    byte[] text = new byte[TEXT_BYTES];
    CudaFaults.check(cuDeviceGetName(text, text.length, id), "does not name its device");
    return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  /** What it can do at most: {@code CUDA 13.0}. */
  String driver() {
    int[] version = new int[1];
    CudaFaults.check(cuDriverGetVersion(version), "does not tell its version");
    return "CUDA " + version[0] / 1000 + "." + version[0] % 1000 / 10;
  }

  /** Streaming multiprocessors. */
  int units() {
    return attribute(CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
  }

  int clockMhz() {
    return attribute(CU_DEVICE_ATTRIBUTE_CLOCK_RATE) / KHZ_PER_MHZ;
  }

  long memoryBytes() {
    long[] bytes = new long[1];
    CudaFaults.check(cuDeviceTotalMem(bytes, id), "does not tell the size of its memory");
    return bytes[0];
  }

  /** What a device lacks that is older than the text of the kernels. */
  Optional<String> refusal() {
    return refusal(
        name(),
        attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR),
        attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR));
  }

  static Optional<String> refusal(String name, int major, int minor) {
    return major >= LEAST_MAJOR
        ? Optional.empty()
        : Optional.of(
            "the %s has compute capability %d.%d, and the CUDA kernels need %d.0; try OpenCL"
                .formatted(name, major, minor, LEAST_MAJOR));
  }

  /** {@code 0000:01:00.0}. */
  String busId() {
    String[] text = new String[1];
    CudaFaults.check(cuDeviceGetPCIBusId(text, TEXT_BYTES, id), "does not tell a PCI bus id");
    return text[0].toLowerCase(Locale.ROOT);
  }

  private int attribute(int which) {
    int[] value = new int[1];
    CudaFaults.check(cuDeviceGetAttribute(value, which, id), "does not describe its device");
    return value[0];
  }
}
