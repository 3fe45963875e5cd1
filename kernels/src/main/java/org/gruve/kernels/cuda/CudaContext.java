package org.gruve.kernels.cuda;

import static jcuda.driver.CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC;
import static jcuda.driver.JCudaDriver.cuCtxCreate;
import static jcuda.driver.JCudaDriver.cuCtxDestroy;
import static jcuda.driver.JCudaDriver.cuCtxSetCurrent;

import jcuda.driver.CUcontext;
import org.gruve.core.mine.DeviceException;

/**
 * A context of our own, not the device's primary one: an error breaks it for good, and only what
 * can be destroyed can be replaced.
 */
final class CudaContext implements AutoCloseable {
  private final CUcontext context;
  private boolean open = true;

  private CudaContext(CUcontext context) {
    this.context = context;
  }

  static CudaContext open(CudaDevice device) {
    CUcontext context = new CUcontext();
    CudaFaults.check(
        cuCtxCreate(context, CU_CTX_SCHED_BLOCKING_SYNC, device.id()), "gives no context");
    return new CudaContext(context);
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** To be called before all else: the driver keeps for each thread which context it works in. */
  synchronized void use() {
    if (!open) {
      throw new DeviceException("the device was closed");
    }
    CudaFaults.check(cuCtxSetCurrent(context), "does not turn to its context");
  }

  /** All that was made in it goes with it. What a broken one answers was told before. */
  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      int _ = cuCtxDestroy(context);
    }
  }
}
