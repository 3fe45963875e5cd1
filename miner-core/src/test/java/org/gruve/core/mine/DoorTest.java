package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.WorkSource;
import org.junit.jupiter.api.Test;

class DoorTest {
  private final ManualClock clock = new ManualClock();
  private final Door door = new Door(clock);

  @Test
  void beginsParked() {
    assertThat(door.current().source()).isNull();
    assertThat(door.current().end()).isFalse();
  }

  @Test
  void anAssignmentCarriesItsJobAndTheTimeItCame() {
    clock.advance(Duration.ofSeconds(3));
    Job job = Jobs.coinbase("a", Target.MAX);
    door.assign(job);
    assertThat(source().job()).isSameAs(job);
    assertThat(door.current().sinceNanos()).isEqualTo(clock.getAsLong());
  }

  @Test
  void everyChangeIsANewGeneration() {
    long first = door.current().generation();
    door.assign(Jobs.coinbase("a", Target.MAX));
    door.park();
    door.assign(Jobs.coinbase("a", Target.MAX));
    door.end();
    assertThat(door.current().generation()).isEqualTo(first + 4);
  }

  @Test
  void theSameSpaceGoesOnWhereItStoppedAlsoAfterAParkedTime() {
    door.assign(Jobs.coinbase("a", Target.MAX));
    var before = source().next(0).orElseThrow();
    door.park();
    door.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    var after = source().next(0).orElseThrow();
    assertThat(after.extranonce2()).isNotEqualTo(before.extranonce2());
  }

  @Test
  void aSpaceGoesOnWhereItStoppedAlsoAfterOthers() {
    Job mine = Jobs.coinbase("a", Target.MAX);
    Job other = elsewhere(mine);
    door.assign(mine);
    var before = source().next(0).orElseThrow();
    door.assign(other);
    var between = source().next(0).orElseThrow();
    door.assign(mine);
    var after = source().next(0).orElseThrow();
    assertThat(between.extranonce2()).isEqualTo(before.extranonce2());
    assertThat(after.extranonce2()).isNotEqualTo(before.extranonce2());
  }

  /** The same job of another parent. */
  private static Job elsewhere(Job job) {
    HeaderTemplate header = job.header();
    byte[] parent = new byte[32];
    parent[0] = 77;
    return new Job(
        job.id(),
        new HeaderTemplate(header.version(), Hash256.of(parent, 0), header.time(), header.nbits()),
        job.merkle(),
        job.versionMask(),
        job.shareTarget(),
        job.clean(),
        job.origin());
  }

  @Test
  void nothingFollowsTheEnd() {
    door.end();
    Assignment end = door.current();
    door.assign(Jobs.coinbase("a", Target.MAX));
    door.park();
    door.end();
    assertThat(door.current()).isSameAs(end);
  }

  @Test
  void aWaiterLeavesAtOnceWhenTheGenerationHasChanged() {
    long seen = door.current().generation();
    door.assign(Jobs.coinbase("a", Target.MAX));
    door.awaitChange(seen);
    door.awaitChange(seen, clock.getAsLong() + Duration.ofDays(1).toNanos());
    assertThat(door.current().generation()).isGreaterThan(seen);
  }

  @Test
  void aWaiterLeavesWhenItsTimeHasCome() {
    long seen = door.current().generation();
    door.awaitChange(seen, clock.getAsLong());
    assertThat(door.current().generation()).isEqualTo(seen);
  }

  @Test
  void aSleepingWaiterIsWokenByAnyChange() throws InterruptedException {
    for (boolean timed : new boolean[] {false, true}) {
      long seen = door.current().generation();
      long until = clock.getAsLong() + Duration.ofDays(1).toNanos();
      Thread waiter = Thread.ofPlatform().start(() -> await(timed, seen, until));
      Await.until("the waiter sleeps", () -> isAsleep(waiter));
      door.park();
      waiter.join(Duration.ofSeconds(30));
      assertThat(waiter.isAlive()).as("timed %s", timed).isFalse();
    }
  }

  @Test
  void anInterruptIsToldNotSwallowed() throws InterruptedException {
    BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
    long until = clock.getAsLong() + Duration.ofDays(1).toNanos();
    Thread waiter =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((thread, problem) -> thrown.add(problem))
            .start(() -> door.awaitChange(door.current().generation(), until));
    waiter.interrupt();
    assertThat(Await.next(thrown)).hasMessageContaining("interrupted");
  }

  private WorkSource source() {
    return Objects.requireNonNull(door.current().source());
  }

  private void await(boolean timed, long seen, long until) {
    if (timed) {
      door.awaitChange(seen, until);
    } else {
      door.awaitChange(seen);
    }
  }

  private static boolean isAsleep(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }
}
