package org.gruve.kernels.opencl;

import static org.jocl.CL.CL_CONTEXT_PLATFORM;
import static org.jocl.CL.CL_PROGRAM_BUILD_LOG;
import static org.jocl.CL.clBuildProgram;
import static org.jocl.CL.clCreateContext;
import static org.jocl.CL.clCreateProgramWithSource;
import static org.jocl.CL.clGetProgramBuildInfo;
import static org.jocl.CL.clReleaseContext;
import static org.jocl.CL.clReleaseProgram;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.Compilations;
import org.gruve.kernels.gpu.GpuDriver;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Grid;
import org.gruve.kernels.gpu.Setting;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

/** A device's context, and its programs by the options that they were compiled with. */
final class OpenClDriver implements GpuDriver {
  private static final int LOG_CHARACTERS = 400;

  private final OpenClDevice device;
  private final cl_context context;
  private final Compilations<String, cl_program> programs = new Compilations<>(this::compiled);
  private final Set<OpenClQueue> queues = ConcurrentHashMap.newKeySet();

  private OpenClDriver(OpenClDevice device, cl_context context) {
    this.device = device;
    this.context = context;
  }

  static OpenClDriver open(OpenClDevice device) {
    var properties = new cl_context_properties();
    properties.addProperty(CL_CONTEXT_PLATFORM, device.platform());
    cl_device_id[] ids = {device.id()};
    return new OpenClDriver(
        device,
        OpenClFaults.told(
            "gives no context", () -> clCreateContext(properties, 1, ids, null, null, null)));
  }

  cl_context context() {
    return context;
  }

  @Override
  public GpuQueue queue(Setting setting) {
    cl_program program = programs.of(OpenClText.options(setting, device.isNvidia()));
    Grid grid = new Grid(device.units(), setting);
    OpenClQueue queue =
        OpenClFaults.told(
            "makes no queue",
            () -> new OpenClQueue(context, device.id(), program, grid, queues::remove));
    queues.add(queue);
    return queue;
  }

  private cl_program compiled(String options) {
    cl_program program =
        OpenClFaults.told(
            "takes no program",
            () ->
                clCreateProgramWithSource(
                    context, 1, new String[] {OpenClText.source()}, null, null));
    try {
      clBuildProgram(program, 1, new cl_device_id[] {device.id()}, options, null, null);
      return program;
    } catch (CLException e) {
      String log = log(program);
      clReleaseProgram(program);
      throw new DeviceException(
          "the OpenCL driver cannot compile the kernels (%s): %s".formatted(e.getMessage(), log),
          e);
    }
  }

  private String log(cl_program program) {
    byte[] text = new byte[1 << 14];
    clGetProgramBuildInfo(
        program, device.id(), CL_PROGRAM_BUILD_LOG, text.length, Pointer.to(text), null);
    String log = new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
    return log.length() > LOG_CHARACTERS ? log.substring(0, LOG_CHARACTERS) + " ..." : log;
  }

  /** What its queues have goes first: all of it keeps the context, which else stays for good. */
  @Override
  public void close() {
    queues.forEach(queue -> quietly(queue::release));
    queues.clear();
    programs.drain().forEach(program -> quietly(() -> clReleaseProgram(program)));
    quietly(() -> clReleaseContext(context));
  }

  /** What a broken context answers was told before, and must not keep a new one from opening. */
  private static void quietly(Runnable release) {
    try {
      release.run();
    } catch (CLException _) {
      // Whatever does not go, the rest has to.
    }
  }
}
