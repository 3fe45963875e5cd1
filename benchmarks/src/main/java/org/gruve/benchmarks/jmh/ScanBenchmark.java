package org.gruve.benchmarks.jmh;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.Searcher;
import org.gruve.kernels.Layout;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernel;
import org.gruve.kernels.cpu.CpuKernels;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hashes per second of the CPU's kernels on one thread, for work of one version and of many: what a
 * miner's worker does, every hit compared.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ScanBenchmark {
  private static final int HASHES = 1 << 20;

  /** A kernel's name; {@link JmhRun} asks for all that this machine has. */
  @Param("scalar")
  public String kernel = "scalar";

  /** What varies from lane to lane. */
  @Param({"ONE_VERSION", "VERSION_ROLLED"})
  public Layout layout = Layout.ONE_VERSION;

  private final int hashes;
  private @Nullable Searcher searcher;
  private @Nullable CheckedScan scan;

  /** As JMH makes it. */
  public ScanBenchmark() {
    this(HASHES);
  }

  ScanBenchmark(int hashes) {
    this.hashes = hashes;
  }

  /** Opens the kernel, and hashes the window by the JDK. */
  @Setup
  public void open() {
    searcher = CpuDevice.with(find(kernel), 1).searcher(0);
    scan = new CheckedScan(searcher, ScanWindow.of(layout, hashes));
  }

  /** One window; an operation is a hash. */
  @Benchmark
  @OperationsPerInvocation(HASHES)
  public List<Long> scan() {
    return Objects.requireNonNull(scan).run();
  }

  /** Ends the searcher. */
  @TearDown
  public void close() {
    Objects.requireNonNull(searcher).close();
  }

  private static CpuKernel find(String name) {
    return CpuKernels.all().stream()
        .filter(kernel -> kernel.isAvailable() && kernel.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("this machine has no usable kernel " + name));
  }
}
