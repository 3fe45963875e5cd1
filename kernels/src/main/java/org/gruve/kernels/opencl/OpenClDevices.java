package org.gruve.kernels.opencl;

import static org.jocl.CL.CL_DEVICE_TYPE_ALL;
import static org.jocl.CL.clGetDeviceIDs;
import static org.jocl.CL.clGetPlatformIDs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.Choices;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuText;
import org.gruve.kernels.gpu.PrivateFolder;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Finds the devices of all OpenCL drivers of this machine. */
public final class OpenClDevices {
  private static final int PLATFORM_NOT_FOUND_KHR = -1001;

  private static final String NO_LOADER =
      "no OpenCL loader is installed (Debian: apt install ocl-icd-libopencl1, and the GPU's"
          + " driver)";

  private OpenClDevices() {}

  /**
   * All of them, in the order of the drivers.
   *
   * @throws DeviceException saying why there are none
   */
  public static List<FoundGpu> all() {
    return all(platforms(), OpenClDevices::found);
  }

  /**
   * A driver that fails costs nobody else's devices: its error counts where there are no others.
   */
  static <P> List<FoundGpu> all(List<P> platforms, Function<P, List<FoundGpu>> devicesOf) {
    List<FoundGpu> devices = new ArrayList<>();
    List<DeviceException> errors = new ArrayList<>();
    for (P platform : platforms) {
      try {
        devices.addAll(devicesOf.apply(platform));
      } catch (DeviceException e) {
        errors.add(e);
      }
    }
    if (devices.isEmpty()) {
      throw errors.isEmpty()
          ? new DeviceException("the OpenCL drivers here have no devices")
          : errors.getFirst();
    }
    return devices;
  }

  private static List<FoundGpu> found(cl_platform_id platform) {
    return devices(platform).stream().map(id -> found(new OpenClDevice(platform, id))).toList();
  }

  static FoundGpu found(OpenClDevice device) {
    try {
      return described(device);
    } catch (DeviceException e) {
      return FoundGpu.mute("a device without a name", "", FoundGpu.Kind.ACCELERATOR, e);
    }
  }

  private static FoundGpu described(OpenClDevice device) {
    return new FoundGpu(
        device.name(),
        device.vendor(),
        device.driver(),
        device.busId(),
        kind(device),
        device.units(),
        device.clockMhz(),
        device.memoryBytes(),
        GpuText.hash(OpenClText.source()),
        device.isNvidia() ? Choices.nvidia() : Choices.others(),
        () -> OpenClDriver.open(device),
        Optional.empty());
  }

  private static FoundGpu.Kind kind(OpenClDevice device) {
    if (device.isGpu()) {
      return FoundGpu.Kind.GPU;
    }
    return device.isCpu() ? FoundGpu.Kind.CPU : FoundGpu.Kind.ACCELERATOR;
  }

  private static List<cl_platform_id> platforms() {
    if (!OpenClLoader.isInstalled()) {
      throw new DeviceException(NO_LOADER);
    }
    try {
      PrivateFolder.during(() -> CL.setExceptionsEnabled(true));
      int[] count = new int[1];
      clGetPlatformIDs(0, null, count);
      cl_platform_id[] platforms = new cl_platform_id[count[0]];
      clGetPlatformIDs(platforms.length, platforms, null);
      return Arrays.asList(platforms);
    } catch (CLException e) {
      throw none(e);
    } catch (LinkageError | UnsupportedOperationException e) {
      throw new DeviceException(NO_LOADER, e);
    }
  }

  private static DeviceException none(CLException e) {
    return e.getStatus() == PLATFORM_NOT_FOUND_KHR
        ? new DeviceException("no OpenCL driver is installed", e)
        : new DeviceException("OpenCL does not start: " + e.getMessage(), e);
  }

  private static List<cl_device_id> devices(cl_platform_id platform) {
    int[] count = new int[1];
    try {
      clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
      cl_device_id[] devices = new cl_device_id[count[0]];
      clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices.length, devices, null);
      return Arrays.asList(devices);
    } catch (CLException e) {
      if (e.getStatus() == CL.CL_DEVICE_NOT_FOUND) {
        return List.of();
      }
      throw new DeviceException("an OpenCL driver does not list its devices: " + e.getMessage(), e);
    }
  }
}
