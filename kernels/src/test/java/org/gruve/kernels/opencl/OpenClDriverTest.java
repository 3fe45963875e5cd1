package org.gruve.kernels.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.jocl.CL.CL_CONTEXT_REFERENCE_COUNT;
import static org.jocl.CL.clGetContextInfo;
import static org.jocl.CL.clReleaseContext;
import static org.jocl.CL.clRetainContext;

import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Setting;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_context;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** On whatever OpenCL driver is installed. */
class OpenClDriverTest {
  private static final long LIMIT_SECONDS = 30;

  @Test
  void letsAllGoThatItsQueuesHave() {
    OpenClDriver driver = open();
    cl_context context = driver.context();
    clRetainContext(context);
    int alone = references(context);
    GpuQueue idle = driver.queue(Setting.USUAL);
    GpuQueue other = driver.queue(Setting.USUAL);
    assertThat(references(context)).isGreaterThan(alone);
    other.close();
    driver.close();
    awaitReferences(context, alone - 1);
    clReleaseContext(context);
    assertThatCode(idle::close).as("closed with its driver").doesNotThrowAnyException();
  }

  /** A driver may let go on threads of its own, a moment after the call that asked it to. */
  @SuppressWarnings("ThreadPriorityCheck") // yields only to be kind to a machine of two cores
  private static void awaitReferences(cl_context context, int expected) {
    long begin = System.nanoTime();
    while (references(context) != expected
        && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
      Thread.yield();
    }
    assertThat(references(context)).isEqualTo(expected);
  }

  private static OpenClDriver open() {
    try {
      return (OpenClDriver) OpenClDevices.all().getFirst().opener().get();
    } catch (DeviceException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }

  private static int references(cl_context context) {
    int[] count = new int[1];
    clGetContextInfo(context, CL_CONTEXT_REFERENCE_COUNT, Sizeof.cl_uint, Pointer.to(count), null);
    return count[0];
  }
}
