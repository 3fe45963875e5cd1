package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.DeviceEvents;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker that finds nothing leaves the garbage collector nothing to do. */
@Tag("fresh-jvm")
class AllocationTest {
  private static final int WORKERS = 2;
  private static final int ROLLED = 0x1fffe000;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /** A late compilation or a chance hit (1 in 2^32 hashes) may spoil one or another. */
  private static final int MOST_WINDOWS = 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final AlarmClock clock = new AlarmClock();

  static Stream<Arguments> kernels() {
    List<CpuKernel> usable = CpuKernels.all().stream().filter(CpuKernel::isAvailable).toList();
    return Stream.of(
            usable.stream().limit(1),
            usable.stream().filter(CpuKernel::warmsUp).limit(1),
            Stream.of(usable.getLast()))
        .flatMap(best -> best)
        .distinct()
        .flatMap(kernel -> Stream.of(ROLLED, 0).map(mask -> Arguments.of(kernel, mask)));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  @Timeout(300)
  void workersAllocateNothingInTenSeconds(CpuKernel kernel, int mask) throws InterruptedException {
    var choice = new KernelChoice(Stream.of(kernel, CpuKernels.scalar()).distinct().toList());
    var settings = new MinerSettings(Duration.ofMillis(20), Duration.ofHours(1), clock);
    List<CpuDevice> devices = List.of(new CpuDevice(choice, VersionCut.TUNED, WORKERS));
    List<Long> bytes = new ArrayList<>();
    try (Miner miner = new Miner(List.copyOf(devices), settings, share -> {}, new NoFaults())) {
      miner.start();
      miner.assign(hopeless(mask));
      while (choice.isOpen()) {
        clock.await(Duration.ofMillis(100));
      }
      while (!bytes.contains(0L) && bytes.size() < MOST_WINDOWS) {
        awaitAQuietSecond(miner);
        bytes.add(allocated(miner, WINDOW));
      }
    }
    assertThat(bytes).as("bytes allocated by the workers in each %s", WINDOW).contains(0L);
  }

  /** The JVM allocates now and then on the thread whose code it is about to compile. */
  private void awaitAQuietSecond(Miner miner) throws InterruptedException {
    for (int i = 0; i < MOST_WINDOWS && allocated(miner, Duration.ofSeconds(1)) > 0; i++) {
      // Once more: not yet warm. If it never is, the windows will tell.
    }
  }

  private long allocated(Miner miner, Duration window) throws InterruptedException {
    long hashes = miner.meters().getFirst().hashes();
    long before = allocated();
    clock.await(window);
    long bytes = allocated() - before;
    assertThat(miner.meters().getFirst().hashes()).isGreaterThan(hashes);
    return bytes;
  }

  /** By all workers, since they began. */
  private long allocated() {
    long[] workers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("cpu-\\d+"))
            .mapToLong(Thread::threadId)
            .toArray();
    assertThat(workers).hasSize(WORKERS);
    return LongStream.of(threads.getThreadAllocatedBytes(workers)).sum();
  }

  /** No hash is low enough. */
  private static Job hopeless(int mask) {
    var template = new HeaderTemplate(0x20000000, Hash256.ZERO, 1_700_000_000, 0x1d00ffff);
    var merkle =
        new MerkleSource.Coinbase(Bytes.of(new byte[60]), 4, Bytes.of(new byte[60]), List.of());
    var never = new Target(BigInteger.ONE);
    return new Job("hopeless", template, merkle, mask, never, true, new JobOrigin() {});
  }

  private static final class NoFaults implements DeviceEvents {
    @Override
    public void wrongHit(DeviceInfo device, Candidate candidate) {
      throw new AssertionError("wrong: " + candidate);
    }

    @Override
    public void remark(DeviceInfo device, String sentence) {
      // A machine may be busy.
    }

    @Override
    public void deviceFailed(DeviceInfo device, RuntimeException cause) {
      throw cause;
    }
  }
}
