package org.gruve.kernels;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.VersionSlice;
import org.gruve.core.work.Work;

/** A short measurement of a device with all its workers at once. */
final class Speed {
  private static final long WARM_UP_NANOS = 1_200_000_000L;
  private static final long MEASURED_NANOS = 400_000_000L;

  private Speed() {}

  /** Hashes per second after a short warm-up; a JVM still compiling then makes it too low. */
  static double of(Device device, BooleanSupplier stopping) {
    var threads = Thread.ofPlatform().daemon().name("self-test-", 0).factory();
    try (ExecutorService workers = Executors.newFixedThreadPool(device.workers(), threads)) {
      List<Callable<Double>> runs =
          IntStream.range(0, device.workers())
              .<Callable<Double>>mapToObj(i -> () -> rate(device, i, stopping))
              .toList();
      double sum = 0;
      for (Future<Double> rate : workers.invokeAll(runs)) {
        sum += rate.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new DeviceException("the device failed while its speed was measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted while the speed of the device was measured", e);
    }
  }

  private static double rate(Device device, int worker, BooleanSupplier stopping) {
    try (Searcher searcher = device.searcher(worker)) {
      var pace = new Pace(searcher, work(), stopping);
      pace.run(WARM_UP_NANOS);
      return pace.run(MEASURED_NANOS);
    }
  }

  /** More nonces than any device scans in the time, at a target that hardly ever hits. */
  static Work work() {
    BlockHeader genesis = RealHeaders.all().getFirst();
    var versions = new VersionSlice(genesis.version(), 0x1fffe000, 0, 1 << 16);
    return SelfTestCase.work(genesis, versions, Target.DIFFICULTY_1, NonceRange.all());
  }
}
