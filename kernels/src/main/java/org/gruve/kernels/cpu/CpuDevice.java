package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Searcher;

/** The whole CPU as one device, searched by as many workers as it has threads. */
public final class CpuDevice implements Device {
  /** Far longer than HotSpot takes on a busy machine, and short against a run. */
  private static final long TRIAL_NANOS = 20_000_000_000L;

  private final String processor = ProcessorName.read();
  private final KernelTrial trial;
  private final int threads;

  CpuDevice(KernelTrial trial, int threads) {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads: ask for 1 or more, or 0 for all");
    }
    this.trial = trial;
    this.threads = threads == 0 ? processors() : threads;
  }

  /**
   * The CPU with one kernel, which must be available; {@code threads} 0 means one for each
   * processor of this machine.
   */
  public static CpuDevice with(CpuKernel kernel, int threads) {
    return new CpuDevice(KernelTrial.won(kernel), threads);
  }

  /**
   * As {@link #with}, but the {@code starter} does most of the work until the kernel has been
   * compiled and is faster; where that does not come true, the starter stays.
   */
  public static CpuDevice warmingUp(CpuKernel kernel, CpuKernel starter, int threads) {
    return new CpuDevice(new KernelTrial(starter, kernel, TRIAL_NANOS), threads);
  }

  /** What a user sees of the CPU with a kernel. */
  public static DeviceInfo info(CpuKernel kernel) {
    return info(kernel, ProcessorName.read());
  }

  private static DeviceInfo info(CpuKernel kernel, String processor) {
    return new DeviceInfo("cpu", "cpu", processor, kernel.name(), "");
  }

  /** How many threads the machine offers. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public DeviceInfo info() {
    return info(trial.shown(), processor);
  }

  @Override
  public String kernelHash() {
    return trial.shown().hash();
  }

  @Override
  public int workers() {
    return threads;
  }

  @Override
  public Searcher searcher(int index) {
    if (index < 0 || index >= threads) {
      throw new IllegalArgumentException("worker " + index + " of only " + threads);
    }
    return new CpuSearcher(new TrialLanes(trial));
  }

  @Override
  public void close() {
    // Nothing is held outside the heap.
  }
}
