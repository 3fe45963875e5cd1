package org.gruve.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceThreads;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.mine.Searcher;
import org.gruve.core.mine.WatchedDevice;
import org.jspecify.annotations.Nullable;

/** The workers of one device on a {@link NonceHunt}. */
final class HuntingParty {
  private static final long LEAST_CHUNK = 1 << 18;

  /**
   * Of a second: its own, so that no slow device sits for long on what a fast one does in a blink.
   */
  private static final int CHUNK = 20;

  private final Device device;
  private final WatchedDevice watched;
  private final long chunk;
  private List<Thread> workers = List.of();

  HuntingParty(TestedDevice tested, MinerSettings mining, BooleanSupplier stopping) {
    device = tested.device();
    watched = new WatchedDevice(device, mining.deadline(), mining.nanoClock(), stopping);
    double perWorker = tested.test().hashrate() / device.workers();
    chunk = Math.max(LEAST_CHUNK, (long) (perWorker / CHUNK));
  }

  /** Starts a thread for each worker, to which its number is given. */
  void start(ObjIntConsumer<HuntingParty> work) {
    workers =
        IntStream.range(0, device.workers())
            .mapToObj(
                index ->
                    DeviceThreads.named("hunt-" + device.info().id() + "-" + index)
                        .start(() -> work.accept(this, index)))
            .toList();
  }

  Device device() {
    return device;
  }

  /** How many nonces a worker takes at once. */
  long chunk() {
    return chunk;
  }

  Searcher searcher(int index) {
    return watched.searcher(index);
  }

  boolean isDead() {
    return watched.isDead();
  }

  /** Waits for workers, at most so long. */
  void await(Duration longest) throws InterruptedException {
    Thread working = working();
    if (working != null) {
      working.join(longest);
    }
  }

  /**
   * Whether nobody is at work any more. Throws {@link org.gruve.core.mine.DeviceException} when the
   * device does not answer: then nobody waits for it.
   */
  boolean hasEnded() {
    if (working() == null) {
      return true;
    }
    watched.look();
    return false;
  }

  private @Nullable Thread working() {
    return workers.stream().filter(Thread::isAlive).findFirst().orElse(null);
  }
}
