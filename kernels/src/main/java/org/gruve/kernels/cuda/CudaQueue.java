package org.gruve.kernels.cuda;

import static jcuda.driver.CUevent_flags.CU_EVENT_BLOCKING_SYNC;
import static jcuda.driver.CUevent_flags.CU_EVENT_DISABLE_TIMING;
import static jcuda.driver.CUstream_flags.CU_STREAM_NON_BLOCKING;
import static jcuda.driver.JCudaDriver.cuEventCreate;
import static jcuda.driver.JCudaDriver.cuEventDestroy;
import static jcuda.driver.JCudaDriver.cuEventRecord;
import static jcuda.driver.JCudaDriver.cuEventSynchronize;
import static jcuda.driver.JCudaDriver.cuLaunchKernel;
import static jcuda.driver.JCudaDriver.cuMemAlloc;
import static jcuda.driver.JCudaDriver.cuMemFree;
import static jcuda.driver.JCudaDriver.cuMemFreeHost;
import static jcuda.driver.JCudaDriver.cuMemHostAlloc;
import static jcuda.driver.JCudaDriver.cuMemcpyDtoHAsync;
import static jcuda.driver.JCudaDriver.cuMemsetD32Async;
import static jcuda.driver.JCudaDriver.cuStreamCreate;
import static jcuda.driver.JCudaDriver.cuStreamDestroy;
import static jcuda.driver.JCudaDriver.cuStreamSynchronize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUfunction;
import jcuda.driver.CUstream;
import org.gruve.kernels.gpu.Factors;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Grid;
import org.gruve.kernels.gpu.Scan;
import org.gruve.kernels.gpu.VersionBlock;
import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.TopWord;
import org.jspecify.annotations.Nullable;

/** A stream of a device, with result slots and midstates of its own. */
final class CudaQueue implements GpuQueue {
  private static final long FOUND_BYTES = 4L * FOUND_WORDS;

  private final CudaContext context;
  private final CudaModule module;
  private final Grid grid;
  private final CUstream stream = new CUstream();
  private final CUevent done = new CUevent();
  private final CUdeviceptr found = new CUdeviceptr();
  private final Pointer pinned = new Pointer();
  private final ByteBuffer result;
  private @Nullable CUdeviceptr table;
  private int tableVersions;
  private boolean underWay;

  /** In the context that the thread works in. */
  CudaQueue(CudaContext context, CudaModule module, Grid grid) {
    this.context = context;
    this.module = module;
    this.grid = grid;
    made(cuStreamCreate(stream, CU_STREAM_NON_BLOCKING));
    made(cuEventCreate(done, CU_EVENT_BLOCKING_SYNC | CU_EVENT_DISABLE_TIMING));
    made(cuMemAlloc(found, FOUND_BYTES));
    made(cuMemHostAlloc(pinned, FOUND_BYTES, 0));
    result = pinned.getByteBuffer(0, FOUND_BYTES).order(ByteOrder.nativeOrder());
  }

  private static void made(int result) {
    CudaFaults.check(result, "makes no queue");
  }

  @Override
  public void midstates(VersionBlock block) {
    context.use();
    CudaArguments arguments =
        new CudaArguments()
            .words(block.block())
            .words(block.tail())
            .words(block.base())
            .words(block.mask())
            .words(block.firstSubset())
            .words(block.count())
            .memory(table(block.count()));
    launch(module.midstates(), Math.ceilDiv(block.count(), groupSize()), 1, arguments);
  }

  /** Kept as long as it is large enough. */
  private CUdeviceptr table(int count) {
    CUdeviceptr held = table;
    if (held != null && tableVersions >= count) {
      return held;
    }
    freeTable();
    CUdeviceptr larger = new CUdeviceptr();
    CudaFaults.check(
        cuMemAlloc(larger, 4L * RolledPrologue.WORDS * count), "has no memory for midstates");
    table = larger;
    tableVersions = count;
    return larger;
  }

  private void freeTable() {
    CUdeviceptr held = table;
    table = null;
    if (held != null) {
      CudaFaults.check(cuMemFree(held), "does not take memory back");
    }
  }

  @Override
  public void versions(Scan.Versions scan, TopWord test) {
    context.use();
    CudaArguments arguments =
        new CudaArguments()
            .words(Factors.words())
            .words(scan.block().tail())
            .memory(table(scan.block().count()))
            .words(scan.block().count())
            .words(scan.first())
            .words(scan.count())
            .words(scan.firstNonce())
            .words((int) scan.nonces())
            .words(grid.noncesPerGroup(scan))
            .words(test.zeros(), test.greatest())
            .memory(found);
    scan(module.versions(), grid.columns(scan), grid.rows(scan), arguments);
  }

  @Override
  public void nonces(Scan.Nonces scan, TopWord test) {
    context.use();
    CudaArguments arguments =
        new CudaArguments()
            .words(Factors.words())
            .words(scan.words())
            .words(scan.first())
            .words((int) scan.count())
            .words(test.zeros(), test.greatest())
            .memory(found);
    scan(module.nonces(), grid.groups(scan), 1, arguments);
  }

  private void scan(CUfunction kernel, int columns, int rows, CudaArguments arguments) {
    started(cuMemsetD32Async(found, 0, 1, stream));
    launch(kernel, columns, rows, arguments);
    started(cuMemcpyDtoHAsync(pinned, found, FOUND_BYTES, stream));
    started(cuEventRecord(done, stream));
    underWay = true;
  }

  private void launch(CUfunction kernel, int columns, int rows, CudaArguments arguments) {
    Pointer values = arguments.pointer();
    started(cuLaunchKernel(kernel, columns, rows, 1, groupSize(), 1, 1, 0, stream, values, null));
  }

  private static void started(int result) {
    CudaFaults.check(result, "does not start a scan");
  }

  private int groupSize() {
    return grid.setting().groupSize();
  }

  /** The driver puts the thread to sleep, so it need not be told how long. */
  @Override
  public void await(long expectedNanos, int[] words) {
    if (!underWay) {
      throw new IllegalStateException("no scan is under way");
    }
    underWay = false;
    context.use();
    CudaFaults.check(cuEventSynchronize(done), "failed at a scan");
    result.asIntBuffer().get(words);
  }

  @Override
  public void close() {
    if (!context.isOpen()) {
      return; // All that it had went with its context.
    }
    context.use();
    letGo(cuStreamSynchronize(stream));
    freeTable();
    letGo(cuMemFreeHost(pinned));
    letGo(cuMemFree(found));
    letGo(cuEventDestroy(done));
    letGo(cuStreamDestroy(stream));
  }

  private static void letGo(int result) {
    CudaFaults.check(result, "does not let go");
  }
}
