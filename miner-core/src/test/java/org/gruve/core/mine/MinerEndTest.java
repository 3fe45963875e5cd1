package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

/** How workers end: by a failing device, or by close. */
class MinerEndTest {
  private final RecordedEvents events = new RecordedEvents();
  private final BlockingQueue<Share> shares = new LinkedBlockingQueue<>();

  @Test
  void aFailingDeviceEndsAndTheOthersGoOn() throws InterruptedException {
    DeviceException lost = new DeviceException("the GPU has fallen off the bus; reboot");
    ScriptedDevice broken = new ScriptedDevice("cuda:0", 2, 2).finds(work -> fail(lost));
    ScriptedDevice sound = new ScriptedDevice("cpu", 1, 1).finishAll();
    try (Miner miner = start(broken, sound)) {
      miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
      Await.next(4, broken.started);
      broken.finishAll();
      RecordedEvents.Failure failure = Await.next(events.failures);
      assertThat(failure.device().id()).isEqualTo("cuda:0");
      assertThat(failure.cause()).isSameAs(lost);
      Await.until("both workers are gone", () -> broken.openSearchers.get() == 0);
      assertThat(events.failures).isEmpty();
      miner.assign(Jobs.coinbase("b", Target.DIFFICULTY_1));
      Await.until("the other goes on", () -> hasBegun(sound, "b"));
      assertThat(miner.meters().getFirst().errors()).isPositive();
    }
    assertThat(broken.closes.get()).isEqualTo(1);
  }

  @Test
  void tellsWhyADeviceFailedAlsoWhenItsSearcherDoesNotClose() throws InterruptedException {
    DeviceException lost = new DeviceException("the GPU has fallen off the bus; reboot");
    CountDownLatch closes = new CountDownLatch(1);
    ScriptedDevice broken =
        new ScriptedDevice("cuda:0", 1, 1)
            .finds(work -> fail(lost))
            .searchersCloseAfter(closes)
            .finishAll();
    try (Miner miner = start(broken)) {
      miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
      assertThat(Await.next(events.failures).cause()).isSameAs(lost);
      assertThat(broken.openSearchers).hasValue(1);
      closes.countDown();
      Await.until("it ends after all", () -> broken.openSearchers.get() == 0);
      assertThat(miner.meters().getFirst().errors()).isEqualTo(1);
    }
  }

  @Test
  void siblingsOfAFailedWorkerBringHomeWhatTheyHaveInFlight() throws InterruptedException {
    var first = new AtomicBoolean(true);
    ScriptedDevice device =
        new ScriptedDevice("cpu", 2, 2)
            .finds(
                work ->
                    first.getAndSet(false) ? fail(new DeviceException("gone")) : firstPoint(work));
    try (Miner miner = start(device)) {
      miner.assign(Jobs.coinbase("a", Target.MAX));
      Await.next(4, device.started);
      device.finish(1);
      Await.next(events.failures);
      device.finishAll();
      Await.next(2, shares);
      Await.until("both workers are gone", () -> device.openSearchers.get() == 0);
    }
  }

  @Test
  void anErrorIsReportedLikeAFailure() throws InterruptedException {
    Error problem = new LinkageError("no such symbol");
    ScriptedDevice device =
        new ScriptedDevice("cpu", 1, 1)
            .finds(
                work -> {
                  throw problem;
                })
            .finishAll();
    try (Miner miner = start(device)) {
      miner.assign(Jobs.coinbase("a", Target.MAX));
      assertThat(Await.next(events.failures).cause()).hasCause(problem);
    }
  }

  @Test
  void closeOffersTheLastShares() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finds(MinerEndTest::firstPoint);
    Miner miner = start(gpu);
    miner.assign(Jobs.coinbase("a", Target.MAX));
    Await.next(2, gpu.started);
    Thread closer = Thread.ofPlatform().start(miner::close);
    Await.until("close waits", () -> closer.getState() == Thread.State.TIMED_WAITING);
    assertThat(gpu.closes.get()).isZero();
    gpu.finishAll();
    closer.join(Duration.ofSeconds(30));
    assertThat(shares).hasSize(2);
    assertThat(gpu.started).isEmpty();
    assertThat(gpu.openSearchers.get()).isZero();
    assertThat(gpu.closes.get()).isEqualTo(1);
  }

  @Test
  void closeEndsParkedWorkersAndIsHarmlessTwice() {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 3, 1);
    Miner miner = start(cpu);
    Await.until("all are open", () -> cpu.openSearchers.get() == 3);
    miner.close();
    miner.close();
    assertThat(cpu.openSearchers.get()).isZero();
    assertThat(cpu.closes.get()).isEqualTo(1);
    assertThat(events.failures).isEmpty();
  }

  @Test
  void closeWithoutStartClosesTheDevices() {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 3, 1);
    Miner miner = new Miner(List.of(cpu), MinerSettings.standard(), shares::add, events);
    miner.close();
    assertThat(cpu.closes.get()).isEqualTo(1);
    assertThatThrownBy(miner::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aJobAfterCloseIsIgnored() {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 1, 1);
    Miner miner = start(cpu);
    miner.close();
    miner.assign(Jobs.coinbase("a", Target.MAX));
    assertThat(cpu.begun).isEmpty();
  }

  @Test
  void aHangingDeviceIsReportedAndLeftOpenAndTheOthersAreClosed() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2);
    ScriptedDevice sound = new ScriptedDevice("cpu", 1, 1).finishAll();
    Miner miner = start(hanging, sound);
    miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    Await.next(2, hanging.started);
    miner.close(Duration.ofSeconds(30), Duration.ofSeconds(1));
    assertThat(hanging.closes.get()).isZero();
    assertThat(sound.closes.get()).isEqualTo(1);
    RecordedEvents.Failure failure = Await.next(events.failures);
    assertThat(failure.device().id()).isEqualTo("cuda:0");
    assertThat(failure.cause()).hasMessageContaining("its last batch did not end in time");
    hanging.finishAll();
    Await.until("it ends after all", () -> hanging.openSearchers.get() == 0);
  }

  private Miner start(Device... devices) {
    Miner miner = new Miner(List.of(devices), MinerSettings.standard(), shares::add, events);
    miner.start();
    return miner;
  }

  private static boolean hasBegun(ScriptedDevice device, String job) {
    return device.begun.stream().anyMatch(work -> work.job().id().equals(job));
  }

  private static List<Candidate> fail(DeviceException problem) {
    throw problem;
  }

  private static List<Candidate> firstPoint(Work work) {
    return List.of(new Candidate(work, work.versions().version(0), work.firstNonce()));
  }
}
