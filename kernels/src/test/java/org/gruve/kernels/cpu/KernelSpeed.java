package org.gruve.kernels.cpu;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Stream;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/**
 * Prints the rate of each kernel on one thread, second of CPU time by second: run it with {@code
 * --add-modules jdk.incubator.vector}. Arguments are kernel names, or none for all.
 */
public final class KernelSpeed {
  private static final int SECONDS = 6;

  private KernelSpeed() {}

  /** Prints a line for each kernel. */
  public static void main(String[] args) {
    Stream.of(
            VectorKernels.ofWidth(512),
            VectorKernels.ofWidth(256),
            VectorKernels.ofWidth(128),
            CpuKernels.scalar())
        .filter(kernel -> args.length == 0 || Stream.of(args).anyMatch(kernel.name()::equals))
        .forEach(KernelSpeed::print);
  }

  private static void print(CpuKernel kernel) {
    StringBuilder line = new StringBuilder(kernel.name()).append(" MH/s:");
    try (CpuDevice device = CpuDevice.with(kernel, 1);
        Searcher searcher = device.searcher(0)) {
      searcher.begin(work());
      for (int i = 0; i < SECONDS; i++) {
        line.append(String.format(Locale.ROOT, " %.2f", megahashes(searcher)));
      }
    }
    System.out.println(line);
  }

  /** The time that this thread had a processor: other programs count for nothing. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double megahashes(Searcher searcher) {
    long start = cpuNanos();
    long hashes = 0;
    while (cpuNanos() - start < 1_000_000_000L) {
      searcher.enqueue(1 << 13);
      hashes += Batch.of(searcher).hashes();
    }
    return hashes * 1e3 / (cpuNanos() - start);
  }

  private static Work work() {
    var hard = new Target(BigInteger.ONE.shiftLeft(208));
    var template = new HeaderTemplate(1, Hash256.ZERO, 1, 0x1d00ffff);
    var root = new MerkleSource.Fixed(Hash256.ZERO);
    var job = new Job("speed", template, root, 0, hard, true, new JobOrigin() {});
    var none = new Extranonce2(0, 0);
    return new Work(job, none, Hash256.ZERO, 1, VersionSlice.single(1), 0, 1L << 32);
  }
}
