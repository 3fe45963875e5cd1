package org.gruve.kernels.opencl;

import static org.jocl.CL.CL_COMPLETE;
import static org.jocl.CL.CL_EVENT_COMMAND_EXECUTION_STATUS;
import static org.jocl.CL.clGetEventInfo;
import static org.jocl.CL.clReleaseEvent;

import java.util.concurrent.locks.LockSupport;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;

/**
 * Waits for an event by sleeping and asking: what drivers offer for that keeps a core busy on
 * NVIDIA's.
 */
final class OpenClWait {
  private static final long SHORTEST = 20_000;
  private static final long LONGEST = 400_000;

  private OpenClWait() {}

  /** Sleeps most of the expected time, then for short whiles. */
  static void until(cl_event event, long expectedNanos) {
    try {
      int status = status(event);
      if (status > CL_COMPLETE && expectedNanos > LONGEST) {
        LockSupport.parkNanos(expectedNanos - LONGEST / 2);
        status = status(event);
      }
      for (long pause = SHORTEST; status > CL_COMPLETE; status = status(event)) {
        LockSupport.parkNanos(pause);
        pause = Math.min(2 * pause, LONGEST);
      }
      if (status < 0) {
        throw new CLException("error " + status, status);
      }
    } finally {
      clReleaseEvent(event);
    }
  }

  private static int status(cl_event event) {
    int[] status = new int[1];
    clGetEventInfo(
        event, CL_EVENT_COMMAND_EXECUTION_STATUS, Sizeof.cl_int, Pointer.to(status), null);
    return status[0];
  }
}
