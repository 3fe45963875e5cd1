package org.gruve.kernels.cpu;

import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Searcher;

/** The whole CPU as one device, searched by as many workers as it has threads. */
public final class CpuDevice implements Device {
  private final DeviceInfo info;
  private final LaneRounds rounds;
  private final int threads;

  /**
   * Takes a kernel that is available; {@code threads} 0 means one for each processor of this
   * machine.
   */
  public CpuDevice(CpuKernel kernel, int threads) {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads: ask for 1 or more, or 0 for all");
    }
    this.info = info(kernel);
    this.rounds = kernel.rounds();
    this.threads = threads == 0 ? processors() : threads;
  }

  /** What a user sees of the CPU with a kernel. */
  public static DeviceInfo info(CpuKernel kernel) {
    return new DeviceInfo("cpu", "cpu", ProcessorName.read(), kernel.name(), "");
  }

  /** How many threads the machine offers. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public DeviceInfo info() {
    return info;
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
    return new CpuSearcher(rounds);
  }

  @Override
  public void close() {
    // Nothing is held outside the heap.
  }
}
