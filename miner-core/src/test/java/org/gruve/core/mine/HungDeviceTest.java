package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.Test;

/** Devices whose calls do not return. */
class HungDeviceTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final ManualClock clock = new ManualClock();
  private final RecordedEvents events = new RecordedEvents();
  private final BlockingQueue<Share> shares = new LinkedBlockingQueue<>();

  @Test
  void aDeviceThatHangsIsDeadAndTheOthersGoOn() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2);
    try (Miner miner = start(hanging, new ReferenceDevice("opencl:0", 1))) {
      miner.assign(Jobs.coinbase("a", Jobs.oneIn(12)));
      Await.next(2, hanging.started);
      RecordedEvents.Failure failure = passTimeUntilOneFails();
      assertThat(failure.device().id()).isEqualTo("cuda:0");
      assertThat(failure.cause()).hasMessageContaining("hung").hasMessageContaining("restart");
      miner.assign(Jobs.coinbase("b", Jobs.oneIn(12)));
      Await.until("the other goes on", () -> hasShareOf("b"));
      assertThat(miner.meters().getFirst().hashes()).isZero();
    }
    assertThat(events.failures).isEmpty();
    assertThat(hanging.closes.get()).as("closed under a call").isZero();
    hanging.finishAll();
  }

  @Test
  void whatADeadDeviceBringsHomeAfterAllCountsNoMore() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2).finds(HungDeviceTest::firstPoint);
    try (Miner miner = start(hanging)) {
      miner.assign(Jobs.coinbase("a", Target.MAX));
      Await.next(2, hanging.started);
      passTimeUntilOneFails();
      hanging.finishAll();
      Await.until("its worker is gone", () -> hanging.openSearchers.get() == 0);
      assertThat(shares).isEmpty();
      assertThat(miner.meters().getFirst().hashes()).isZero();
      assertThat(events.failures).isEmpty();
    }
    assertThat(hanging.closes.get()).as("its driver is not trusted to close it").isZero();
  }

  @Test
  void aDeviceThatHangsWhileItIsOpenedIsDeadToo() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("opencl:0", 1, 2).opensLate();
    try (Miner miner = start(hanging)) {
      assertThat(miner.meters()).hasSize(1);
      assertThat(passTimeUntilOneFails().device().id()).isEqualTo("opencl:0");
    }
    hanging.finishAll();
  }

  @Test
  void nobodyWaitsForADeadDeviceToClose() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2);
    Miner miner = start(hanging);
    miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    Await.next(2, hanging.started);
    passTimeUntilOneFails();
    // With a patience of hours: only a close that does not wait comes back.
    Thread closer = Thread.ofPlatform().daemon().start(() -> miner.close(LONG, LONG));
    assertThat(closer.join(Duration.ofSeconds(30))).isTrue();
    hanging.finishAll();
  }

  @Test
  void theCpuIsNeverTakenForDead() throws InterruptedException {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 1, 1);
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2);
    try (Miner miner = start(cpu, hanging)) {
      miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
      Await.next(1, cpu.started);
      Await.next(2, hanging.started);
      assertThat(passTimeUntilOneFails().device().id()).isEqualTo("cuda:0");
      cpu.finish(10);
      Await.next(10, cpu.started);
      assertThat(events.failures).isEmpty();
      cpu.finishAll();
    }
    hanging.finishAll();
  }

  @Test
  void aDriverThatHangsInCloseIsLeftBehind() throws InterruptedException {
    ScriptedDevice hanging = new ScriptedDevice("cuda:0", 1, 2).closesLate();
    Miner miner = start(hanging);
    Await.until("it is open", () -> hanging.openSearchers.get() == 1);
    miner.close();
    assertThat(Await.next(events.failures).cause())
        .hasMessageContaining("did not close it in time");
    hanging.finishAll();
  }

  private Miner start(Device... devices) {
    var deadline = LaunchDeadline.always(Duration.ofMillis(500));
    var settings = new MinerSettings(Duration.ofMillis(20), LONG, deadline, clock);
    Miner miner = new Miner(List.of(devices), settings, shares::add, events);
    miner.start();
    return miner;
  }

  private RecordedEvents.Failure passTimeUntilOneFails() throws InterruptedException {
    Await.until(
        "a device fails",
        () -> {
          clock.advance(Duration.ofMillis(1));
          return !events.failures.isEmpty();
        });
    return Await.next(events.failures);
  }

  private boolean hasShareOf(String job) {
    return shares.stream().anyMatch(share -> share.job().id().equals(job));
  }

  private static List<Candidate> firstPoint(Work work) {
    return List.of(new Candidate(work, work.versions().version(0), work.firstNonce()));
  }
}
