package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gruve.core.block.Target;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

class WorkFeedTest {
  private final ManualClock clock = new ManualClock();
  private final Door door = new Door(clock);
  private final ScriptedDevice device = new ScriptedDevice("cpu", 1, 1);
  private final BatchSizer sizer = new BatchSizer(Duration.ofMillis(20));
  private final WorkFeed feed =
      new WorkFeed(door, () -> false, device.searcher(0), sizer, clock.settings());

  @Test
  void startsNothingWhileParked() {
    assertThat(feed.startBatch()).isFalse();
    assertThat(feed.ended()).isFalse();
    assertThat(device.begun).isEmpty();
  }

  @Test
  void keepsAWorkFromBatchToBatch() {
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.begun).hasSize(1);
    assertThat(device.started).hasSize(2);
  }

  @Test
  void goesOnToTheNextWorkInTheSameBatchSlotWhenOneIsUsedUp() {
    device.takesWholeWorks();
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.started).extracting(Batch::work).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void turnsToANewJobBetweenBatches() {
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    door.assign(Jobs.coinbase("b", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.started)
        .extracting(batch -> batch.work().job().id())
        .containsExactly("a", "b");
  }

  @Test
  void anyGenerationEndsAWorkAlsoOfTheSameJob() {
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.begun).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void keepsAWorkForItsLifeAndNoLonger() {
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    clock.advance(Duration.ofSeconds(60).minusNanos(1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.begun).hasSize(1);
    clock.advance(Duration.ofNanos(1));
    assertThat(feed.startBatch()).isTrue();
    assertThat(device.begun).hasSize(2);
  }

  @Test
  void tellsTheSourceHowOldTheJobIs() {
    device.takesWholeWorks();
    clock.advance(Duration.ofSeconds(7));
    door.assign(Jobs.fixedRoot("a", Target.DIFFICULTY_1));
    int time = drain();
    clock.advance(Duration.ofMillis(1999));
    assertThat(drain()).isEqualTo(time + 1);
    clock.advance(Duration.ofMillis(1));
    assertThat(drain()).isEqualTo(time + 2);
  }

  @Test
  void waitsForTheNextWholeSecondOfTheJobWhenItsSpaceIsUsedUp() {
    device.takesWholeWorks();
    clock.advance(Duration.ofMillis(300));
    door.assign(Jobs.fixedRoot("a", Target.DIFFICULTY_1));
    clock.advance(Duration.ofMillis(400));
    drain();
    clock.advance(Duration.ofMillis(600));
    // Does not hang: the second since the job came is over.
    feed.awaitWork();
    assertThat(feed.startBatch()).isTrue();
  }

  @Test
  void seesTheEnd() {
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThat(feed.startBatch()).isTrue();
    door.end();
    assertThat(feed.startBatch()).isFalse();
    assertThat(feed.ended()).isTrue();
  }

  @Test
  void refusesADeviceThatScansNothingOfAFreshWork() {
    Searcher idle = new ReferenceDevice("cpu", 1).searcher(0);
    WorkFeed broken =
        new WorkFeed(door, () -> false, new LazySearcher(idle), sizer, clock.settings());
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    assertThatThrownBy(broken::startBatch).isInstanceOf(DeviceException.class);
  }

  /** Uses up all there is; the time of the last work. */
  private int drain() {
    while (feed.startBatch()) {
      assertThat(device.started.size()).isLessThan(1000);
    }
    return device.begun.stream().reduce((first, second) -> second).map(Work::time).orElseThrow();
  }

  private record LazySearcher(Searcher searcher) implements Searcher {
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
      searcher.begin(work);
    }

    @Override
    public long enqueue(long hashes) {
      return 0;
    }

    @Override
    public void await(BatchSink sink) {
      searcher.await(sink);
    }

    @Override
    public void close() {
      searcher.close();
    }
  }
}
