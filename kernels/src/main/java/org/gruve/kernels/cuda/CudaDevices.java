package org.gruve.kernels.cuda;

import static jcuda.driver.JCudaDriver.cuDeviceGet;
import static jcuda.driver.JCudaDriver.cuDeviceGetCount;
import static jcuda.driver.JCudaDriver.cuInit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.Choices;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuText;
import org.gruve.kernels.gpu.PrivateFolder;

/** Finds the devices of the CUDA driver of this machine. */
public final class CudaDevices {
  private static final String VENDOR = "NVIDIA";

  private CudaDevices() {}

  /**
   * All of them, in the order of the driver.
   *
   * @throws DeviceException saying why there are none
   */
  public static List<FoundGpu> all() {
    requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    load();
    CudaFaults.check(cuInit(0), "does not start");
    int[] count = new int[1];
    CudaFaults.check(cuDeviceGetCount(count), "does not list its devices");
    List<FoundGpu> devices = new ArrayList<>();
    for (int i = 0; i < count[0]; i++) {
      devices.add(found(i));
    }
    if (devices.isEmpty()) {
      throw new DeviceException("the CUDA driver has no devices");
    }
    return devices;
  }

  /** One that fails costs nobody else: it is listed with its error. */
  private static FoundGpu found(int index) {
    try {
      CUdevice id = new CUdevice();
      CudaFaults.check(cuDeviceGet(id, index), "does not give its device " + index);
      CudaDevice device = new CudaDevice(id);
      FoundGpu gpu = described(device);
      return device.refusal().map(gpu::refused).orElse(gpu);
    } catch (DeviceException e) {
      return FoundGpu.mute("GPU " + index, VENDOR, FoundGpu.Kind.GPU, e);
    }
  }

  private static FoundGpu described(CudaDevice device) {
    return new FoundGpu(
        device.name(),
        VENDOR,
        device.driver(),
        device.busId(),
        FoundGpu.Kind.GPU,
        device.units(),
        device.clockMhz(),
        device.memoryBytes(),
        GpuText.hash(CudaText.source()),
        Choices.nvidia(),
        () -> CudaDriver.open(device),
        Optional.empty());
  }

  /** JCuda's native part is made for no other, and says so in a page of stack traces. */
  static void requirePlatform(String system, String architecture) {
    boolean known = system.equals("Linux") || system.startsWith("Windows");
    if (!known || !architecture.equals("amd64")) {
      throw new DeviceException(
          "CUDA is used on Linux and Windows on x86-64 only, and this is %s on %s"
              .formatted(system, architecture));
    }
  }

  private static void load() {
    try {
      PrivateFolder.during(() -> JCudaDriver.setExceptionsEnabled(false));
    } catch (LinkageError e) {
      throw unloaded(e);
    }
  }

  /** The error tells in its text what is missing; a second one only tells in its causes' texts. */
  static DeviceException unloaded(LinkageError e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      String text = String.valueOf(at.getMessage());
      if (text.contains("libcuda.so.1") || text.contains("dependent libraries")) {
        return new DeviceException("no NVIDIA driver is installed", e);
      }
    }
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new DeviceException("the native part of JCuda does not load: " + first, e);
  }
}
