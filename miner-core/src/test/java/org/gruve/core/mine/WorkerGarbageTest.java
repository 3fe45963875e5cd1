package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.gruve.core.block.Target;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerGarbageTest {
  private static final int WARM_UP = 2_000;
  private static final int MEASURED = 20_000;

  private final Door door = new Door(System::nanoTime);

  @Test
  void aBatchWithoutHitsMakesNoGarbage() {
    CountingDevice device = new CountingDevice();
    Station station = new Station(device, new RecordedEvents(), System::nanoTime);
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    new Worker(station, 0, door, MinerSettings.standard(), share -> {}).run();
    // Less than a byte for each: what is left is the meter's point a second.
    assertThat(device.allocated).isLessThan(MEASURED);
  }

  /** Returns one and the same batch again and again, and ends the miner when it has seen enough. */
  private final class CountingDevice implements Device, Searcher {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private @Nullable Batch batch;
    private int batches;
    private long allocated;

    @Override
    public DeviceInfo info() {
      return new DeviceInfo("cpu", "cpu", "counting", "none", "");
    }

    @Override
    public String kernelHash() {
      return "";
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Searcher searcher(int index) {
      return this;
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public int comfortableHits() {
      return 64;
    }

    @Override
    public void begin(Work work) {
      batch = new Batch(work, 1, 1_000_000, List.of());
    }

    @Override
    public long enqueue(long hashes) {
      return 1;
    }

    @Override
    public Batch await() {
      if (++batches == WARM_UP) {
        allocated = -threads.getCurrentThreadAllocatedBytes();
      } else if (batches == WARM_UP + MEASURED) {
        allocated += threads.getCurrentThreadAllocatedBytes();
        door.end();
      }
      return Objects.requireNonNull(batch);
    }

    @Override
    public void close() {}
  }
}
