package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gruve.core.block.Target;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerGarbageTest {
  private static final int WINDOW = 20_000;

  /** Now and then the JVM allocates on the thread whose code it is about to compile. */
  private static final int MOST_WINDOWS = 50;

  private final Door door = new Door(System::nanoTime);

  @Test
  void aBatchWithoutHitsMakesNoGarbage() {
    CountingDevice device = new CountingDevice();
    Station station = new Station(device, new RecordedEvents(), System::nanoTime);
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    new Worker(station, 0, door, MinerSettings.standard(), share -> {}).run();
    assertThat(device.allocated).as("bytes in %d batches", WINDOW).contains(0L);
  }

  /**
   * Brings one and the same batch home again and again, and ends the miner when it has seen enough.
   */
  private final class CountingDevice implements Device, Searcher {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private @Nullable Work begun;
    private final List<Long> allocated = new ArrayList<>();
    private int batches;
    private long before;

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
      begun = work;
    }

    @Override
    public long enqueue(long hashes) {
      return 1;
    }

    @Override
    public void await(BatchSink sink) {
      if (++batches % WINDOW == 0) {
        endWindow();
      }
      sink.finished(Objects.requireNonNull(begun), 1, 1_000_000, List.of());
    }

    private void endWindow() {
      allocated.add(threads.getCurrentThreadAllocatedBytes() - before);
      if (allocated.contains(0L) || allocated.size() == MOST_WINDOWS) {
        door.end();
      }
      before = threads.getCurrentThreadAllocatedBytes();
    }

    @Override
    public void close() {}
  }
}
