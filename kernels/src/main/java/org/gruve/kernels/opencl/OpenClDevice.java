package org.gruve.kernels.opencl;

import static org.jocl.CL.CL_DEVICE_GLOBAL_MEM_SIZE;
import static org.jocl.CL.CL_DEVICE_MAX_CLOCK_FREQUENCY;
import static org.jocl.CL.CL_DEVICE_MAX_COMPUTE_UNITS;
import static org.jocl.CL.CL_DEVICE_NAME;
import static org.jocl.CL.CL_DEVICE_TYPE;
import static org.jocl.CL.CL_DEVICE_TYPE_CPU;
import static org.jocl.CL.CL_DEVICE_TYPE_GPU;
import static org.jocl.CL.CL_DEVICE_VENDOR;
import static org.jocl.CL.CL_DRIVER_VERSION;
import static org.jocl.CL.clGetDeviceInfo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** What an OpenCL driver says of one of its devices. */
record OpenClDevice(cl_platform_id platform, cl_device_id id) {
  private static final int PCI_BUS_INFO_KHR = 0x410f;
  private static final int PCI_BUS_ID_NV = 0x4008;
  private static final int PCI_SLOT_ID_NV = 0x4009;
  private static final int TOPOLOGY_AMD = 0x4037;

  String name() {
    return text(CL_DEVICE_NAME);
  }

  String vendor() {
    return text(CL_DEVICE_VENDOR);
  }

  String driver() {
    return text(CL_DRIVER_VERSION);
  }

  int units() {
    return (int) number(CL_DEVICE_MAX_COMPUTE_UNITS);
  }

  int clockMhz() {
    return (int) number(CL_DEVICE_MAX_CLOCK_FREQUENCY);
  }

  long memoryBytes() {
    return number(CL_DEVICE_GLOBAL_MEM_SIZE);
  }

  boolean isGpu() {
    return (number(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_GPU) != 0;
  }

  boolean isCpu() {
    return (number(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
  }

  boolean isNvidia() {
    return vendor().contains("NVIDIA");
  }

  /** {@code 0000:01:00.0}, or empty where the driver does not tell. */
  String busId() {
    return khronosBusId().or(this::nvidiaBusId).or(this::amdBusId).orElse("");
  }

  private Optional<String> khronosBusId() {
    return bytes(PCI_BUS_INFO_KHR, 16)
        .map(b -> busId(b.getInt(), b.getInt(), b.getInt(), b.getInt()));
  }

  private Optional<String> nvidiaBusId() {
    Optional<Integer> slot = bytes(PCI_SLOT_ID_NV, 4).map(ByteBuffer::getInt);
    return bytes(PCI_BUS_ID_NV, 4)
        .flatMap(bus -> slot.map(s -> busId(0, bus.getInt(), s >> 3, s & 7)));
  }

  /** A union whose first word is 1 for PCIe; bus, device and function are its last bytes. */
  private Optional<String> amdBusId() {
    return bytes(TOPOLOGY_AMD, 24)
        .filter(b -> b.getInt(0) == 1)
        .map(b -> busId(0, b.get(21) & 0xff, b.get(22) & 0xff, b.get(23) & 0xff));
  }

  private static String busId(int domain, int bus, int device, int function) {
    return "%04x:%02x:%02x.%x".formatted(domain, bus, device, function).toLowerCase(Locale.ROOT);
  }

  private long number(int what) {
    return OpenClFaults.told("does not describe its device", () -> asked(what, 8)).getLong();
  }

  private String text(int what) {
    return OpenClFaults.told("does not describe its device", () -> askedText(what));
  }

  private String askedText(int what) {
    long[] size = new long[1];
    clGetDeviceInfo(id, what, 0, null, size);
    byte[] bytes = new byte[(int) size[0]];
    clGetDeviceInfo(id, what, bytes.length, Pointer.to(bytes), null);
    return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  /** Empty where the driver does not know the question; bytes that it does not fill are 0. */
  private Optional<ByteBuffer> bytes(int what, int size) {
    try {
      return Optional.of(asked(what, size));
    } catch (CLException e) {
      return Optional.empty();
    }
  }

  private ByteBuffer asked(int what, int size) {
    byte[] bytes = new byte[size];
    clGetDeviceInfo(id, what, size, Pointer.to(bytes), null);
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
