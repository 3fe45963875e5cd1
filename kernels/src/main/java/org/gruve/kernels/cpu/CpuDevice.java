package org.gruve.kernels.cpu;

import java.util.List;
import java.util.function.Consumer;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Searcher;

/** The whole CPU as one device, searched by as many workers as it has threads. */
public final class CpuDevice implements Device {
  private final String processor = ProcessorName.read();
  private final KernelChoice choice;
  private final VersionCut cut;
  private final int threads;

  CpuDevice(KernelChoice choice, VersionCut cut, int threads) {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads: ask for 1 or more, or 0 for all");
    }
    this.choice = choice;
    this.cut = cut;
    this.threads = threads == 0 ? processors() : threads;
  }

  /**
   * The CPU with one kernel, which must be available; {@code threads} 0 means one for each
   * processor of this machine.
   */
  public static CpuDevice with(CpuKernel kernel, int threads) {
    return with(List.of(kernel), threads);
  }

  /**
   * The CPU with the first of some kernels, best first. Where it has to be compiled by the JVM, the
   * last one does most of the work until then; where it is slower than it should be, the next one
   * is tried.
   */
  public static CpuDevice with(List<CpuKernel> ranked, int threads) {
    return new CpuDevice(new KernelChoice(ranked), VersionCut.TUNED, threads);
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
    return info(choice.trial().shown(), processor);
  }

  @Override
  public boolean isSettled() {
    return choice.trial().verdict() != KernelTrial.Verdict.OPEN;
  }

  @Override
  public void listen(Consumer<String> remarks) {
    choice.listen(remarks);
  }

  @Override
  public String kernelHash() {
    return choice.trial().shown().hash();
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
    return new CpuSearcher(new KernelRun(choice, ProcessorTime::nanos), this::cutForNow);
  }

  /** While a kernel is tried that may not be compiled yet, parts are small. */
  private VersionCut cutForNow() {
    return choice.isOpen() ? cut.small() : cut;
  }

  @Override
  public void close() {
    // The memory of searchers goes with them, and code stays loaded for the next device.
  }
}
