package org.gruve.kernels.opencl;

import static org.jocl.CL.CL_MAP_READ;
import static org.jocl.CL.CL_MEM_ALLOC_HOST_PTR;
import static org.jocl.CL.CL_MEM_READ_WRITE;
import static org.jocl.CL.CL_TRUE;
import static org.jocl.CL.clCreateBuffer;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clCreateKernel;
import static org.jocl.CL.clEnqueueFillBuffer;
import static org.jocl.CL.clEnqueueMapBuffer;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clEnqueueUnmapMemObject;
import static org.jocl.CL.clFinish;
import static org.jocl.CL.clFlush;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseEvent;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.gruve.kernels.gpu.Factors;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Grid;
import org.gruve.kernels.gpu.Scan;
import org.gruve.kernels.gpu.VersionBlock;
import org.gruve.kernels.header.RolledPrologue;
import org.gruve.kernels.header.TopWord;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;
import org.jspecify.annotations.Nullable;

/** A command queue of a device, with kernels, result slots and midstates of its own. */
final class OpenClQueue implements GpuQueue {
  private static final long FOUND_BYTES = 4L * FOUND_WORDS;

  private final cl_context context;
  private final Consumer<OpenClQueue> closed;
  private final OpenClObjects objects = new OpenClObjects();
  private final cl_command_queue queue;
  private final cl_kernel midstates;
  private final cl_kernel versions;
  private final cl_kernel nonces;
  private final cl_mem found;
  private final cl_mem pinned;
  private final ByteBuffer result;
  private final Grid grid;
  private @Nullable cl_mem table;
  private int tableVersions;
  private @Nullable cl_event done;

  /** {@code closed} is told when it lets go. */
  OpenClQueue(
      cl_context context,
      cl_device_id device,
      cl_program program,
      Grid grid,
      Consumer<OpenClQueue> closed) {
    this.context = context;
    this.grid = grid;
    this.closed = closed;
    try {
      queue = objects.keep(queue(context, device), q -> clReleaseCommandQueue(q));
      midstates = kernel(program, "midstates");
      versions = kernel(program, "versions");
      nonces = kernel(program, "nonces");
      found = buffer(CL_MEM_READ_WRITE);
      pinned = buffer(CL_MEM_ALLOC_HOST_PTR);
      result = mapped();
    } catch (CLException e) {
      letGo(e);
      throw e;
    }
  }

  /** What was made before the error. */
  private void letGo(CLException cause) {
    try {
      objects.release();
    } catch (CLException e) {
      cause.addSuppressed(e);
    }
  }

  @SuppressWarnings("deprecation") // Drivers of OpenCL 1.2 know no other way to make a queue.
  private static cl_command_queue queue(cl_context context, cl_device_id device) {
    return clCreateCommandQueue(context, device, 0, null);
  }

  private cl_kernel kernel(cl_program program, String name) {
    return objects.keep(clCreateKernel(program, name, null), k -> clReleaseKernel(k));
  }

  private cl_mem buffer(long flags) {
    return objects.keep(
        clCreateBuffer(context, flags, FOUND_BYTES, null, null), m -> clReleaseMemObject(m));
  }

  private ByteBuffer mapped() {
    ByteBuffer at =
        clEnqueueMapBuffer(
            queue, pinned, CL_TRUE, CL_MAP_READ, 0, FOUND_BYTES, 0, null, null, null);
    objects.keep(at, b -> clEnqueueUnmapMemObject(queue, pinned, b, 0, null, null));
    return at.order(ByteOrder.nativeOrder());
  }

  @Override
  public void midstates(VersionBlock block) {
    OpenClFaults.run(
        "does not make midstates",
        () -> {
          cl_mem out = table(block.count());
          new Arguments(midstates)
              .words(block.block())
              .words(block.tail())
              .words(block.base())
              .words(block.mask())
              .words(block.firstSubset())
              .words(block.count())
              .memory(out);
          launch(midstates, Math.ceilDiv(block.count(), groupSize()), 1);
        });
  }

  /** Kept as long as it is large enough. */
  private cl_mem table(int count) {
    if (table == null || tableVersions < count) {
      if (table != null) {
        clReleaseMemObject(table);
      }
      long bytes = 4L * RolledPrologue.WORDS * count;
      table = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, null, null);
      tableVersions = count;
    }
    return table;
  }

  @Override
  public void versions(Scan.Versions scan, TopWord test) {
    OpenClFaults.run(
        "does not start a scan",
        () -> {
          new Arguments(versions)
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
          scan(versions, grid.columns(scan), grid.rows(scan));
        });
  }

  @Override
  public void nonces(Scan.Nonces scan, TopWord test) {
    OpenClFaults.run(
        "does not start a scan",
        () -> {
          new Arguments(nonces)
              .words(Factors.words())
              .words(scan.words())
              .words(scan.first())
              .words((int) scan.count())
              .words(test.zeros(), test.greatest())
              .memory(found);
          scan(nonces, grid.groups(scan), 1);
        });
  }

  private void scan(cl_kernel kernel, int columns, int rows) {
    clEnqueueFillBuffer(
        queue, found, Pointer.to(new int[1]), Sizeof.cl_uint, 0, Sizeof.cl_uint, 0, null, null);
    launch(kernel, columns, rows);
    var event = new cl_event();
    clEnqueueReadBuffer(
        queue, found, false, 0, FOUND_BYTES, Pointer.toBuffer(result), 0, null, event);
    clFlush(queue);
    done = event;
  }

  private void launch(cl_kernel kernel, int columns, int rows) {
    long[] threads = {(long) columns * groupSize(), rows};
    long[] group = {groupSize(), 1};
    clEnqueueNDRangeKernel(queue, kernel, 2, null, threads, group, 0, null, null);
  }

  private int groupSize() {
    return grid.setting().groupSize();
  }

  @Override
  public void await(long expectedNanos, int[] words) {
    cl_event event = done;
    if (event == null) {
      throw new IllegalStateException("no scan is under way");
    }
    done = null;
    OpenClFaults.run("failed at a scan", () -> OpenClWait.until(event, expectedNanos));
    result.asIntBuffer().get(words);
  }

  @Override
  public void close() {
    if (objects.isReleased()) {
      return; // All that it had went with its context.
    }
    closed.accept(this);
    OpenClFaults.run(
        "does not let go",
        () -> {
          try {
            clFinish(queue);
          } finally {
            release();
          }
        });
  }

  /**
   * Lets all go without waiting for what is under way, which a broken device may never end.
   *
   * @throws CLException when all was tried
   */
  void release() {
    cl_event event = done;
    done = null;
    if (event != null) {
      objects.keep(event, e -> clReleaseEvent(e));
    }
    cl_mem held = table;
    table = null;
    if (held != null) {
      objects.keep(held, m -> clReleaseMemObject(m));
    }
    objects.release();
  }

  /** Sets the arguments of a kernel, one after the other. */
  private static final class Arguments {
    private final cl_kernel kernel;
    private int index;

    Arguments(cl_kernel kernel) {
      this.kernel = kernel;
    }

    Arguments words(int... words) {
      clSetKernelArg(kernel, index++, (long) Sizeof.cl_uint * words.length, Pointer.to(words));
      return this;
    }

    Arguments memory(cl_mem memory) {
      clSetKernelArg(kernel, index++, Sizeof.cl_mem, Pointer.to(memory));
      return this;
    }
  }
}
