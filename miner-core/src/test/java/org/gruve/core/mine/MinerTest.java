package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MinerTest {
  private final ManualClock clock = new ManualClock();
  private final RecordedEvents events = new RecordedEvents();
  private final BlockingQueue<Share> shares = new LinkedBlockingQueue<>();
  private final List<Miner> miners = new ArrayList<>();
  private final List<ScriptedDevice> scripted = new ArrayList<>();

  @AfterEach
  void closeMiners() {
    scripted.forEach(ScriptedDevice::finishAll);
    miners.forEach(Miner::close);
  }

  @Test
  void offersSharesThatMeetTheTargetOfTheirJob() throws InterruptedException {
    Miner miner = start(new ReferenceDevice("cpu", 2));
    Job job = Jobs.coinbase("a", Jobs.oneIn(10));
    miner.assign(job);
    for (Share share : Await.next(50, shares)) {
      assertThat(share.job()).isSameAs(job);
      assertThat(share.hash()).isEqualTo(share.header().hash());
      assertThat(job.shareTarget().isMetBy(share.hash())).isTrue();
      assertThat(share.header()).isEqualTo(share.candidate().header());
      assertThat(share.device()).isEqualTo("cpu");
    }
  }

  @Test
  void worksNeverOverlapAndNoShareComesTwice() throws InterruptedException {
    Miner miner = start(new ReferenceDevice("cpu", 4));
    miner.assign(Jobs.coinbase("a", Jobs.oneIn(8)));
    List<Share> found = Await.next(300, shares);
    // Another difficulty on the same coinbase: counting goes on.
    miner.assign(Jobs.coinbase("a", Jobs.oneIn(9)));
    found.addAll(Await.next(300, shares));
    miner.close();
    found.addAll(shares);
    assertThat(found).extracting(Share::header).doesNotHaveDuplicates();
  }

  @Test
  void hashesAreCountedExactly() throws InterruptedException {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 4, 1).finishAll();
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finishAll();
    Miner miner = start(cpu, gpu);
    for (int i = 0; i < 20; i++) {
      miner.assign(Jobs.coinbase("job " + i, Target.DIFFICULTY_1));
      Await.next(50, cpu.started);
      Await.next(50, gpu.started);
    }
    miner.close();
    assertThat(cpu.scanned.get()).isPositive();
    assertThat(miner.meters())
        .extracting(DeviceMeter::hashes)
        .containsExactly(cpu.scanned.get(), gpu.scanned.get());
  }

  @Test
  void threadsAreDaemonsNamedForTheirDevice() {
    start(new ScriptedDevice("cpu", 2, 1), new ScriptedDevice("cuda:1", 1, 2));
    for (String name : List.of("cpu-0", "cpu-1", "cuda:1")) {
      assertThat(Await.thread(name).isDaemon()).as(name).isTrue();
    }
  }

  @Test
  void aSingleCpuWorkerIsNumberedToo() {
    start(new ScriptedDevice("cpu", 1, 1));
    assertThat(Await.thread("cpu-0").isAlive()).isTrue();
  }

  @Test
  void lateHitsAreCreditedToTheirOwnJob() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finds(MinerTest::firstPoint);
    Miner miner = start(gpu);
    Job a = Jobs.coinbase("a", Target.MAX);
    Job b = Jobs.coinbase("b", Target.MAX);
    miner.assign(a);
    assertThat(Await.next(2, gpu.started)).allMatch(batch -> batch.work().job().equals(a));
    miner.assign(b);
    gpu.finish(1);
    // The second batch of a is still in flight when the first of b starts.
    assertThat(Await.next(gpu.started).work().job()).isSameAs(b);
    assertThat(Await.next(shares).job()).isSameAs(a);
    gpu.finish(2);
    assertThat(Await.next(shares).job()).isSameAs(a);
    assertThat(Await.next(shares).job()).isSameAs(b);
  }

  @Test
  void keepsTwoBatchesInFlightAcrossWorks() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).takesWholeWorks();
    Miner miner = start(gpu);
    miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    List<Batch> started = Await.next(2, gpu.started);
    for (int i = 0; i < 20; i++) {
      gpu.finish(1);
      started.add(Await.next(gpu.started));
    }
    assertThat(started).extracting(Batch::work).doesNotHaveDuplicates();
    assertThat(gpu.started).isEmpty();
  }

  @Test
  void parkedWorkersFinishWhatIsInFlightAndSleepUntilTheNextJob() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finds(MinerTest::firstPoint);
    Miner miner = start(gpu);
    Thread worker = Await.thread("cuda:0");
    miner.assign(Jobs.coinbase("a", Target.MAX));
    Await.next(2, gpu.started);
    miner.park();
    gpu.finishAll();
    Await.next(2, shares);
    Await.until("the worker sleeps", () -> worker.getState() == Thread.State.WAITING);
    assertThat(gpu.started).isEmpty();
    miner.assign(Jobs.coinbase("b", Target.MAX));
    assertThat(Await.next(gpu.started).work().job().id()).isEqualTo("b");
  }

  @Test
  void noWakeupIsLostInTenThousandAssignments() throws InterruptedException {
    ScriptedDevice one = new ScriptedDevice("cuda:0", 1, 1);
    ScriptedDevice other = new ScriptedDevice("cuda:1", 1, 1);
    Miner miner = start(one, other);
    for (int i = 0; i < 10_000; i++) {
      String id = Integer.toString(i);
      miner.assign(Jobs.coinbase(id, Target.DIFFICULTY_1));
      assertThat(Await.next(one.begun).job().id()).isEqualTo(id);
      assertThat(Await.next(other.begun).job().id()).isEqualTo(id);
      miner.park();
      // From here the workers go to sleep, while the next job comes at any moment.
      one.finish(1);
      other.finish(1);
    }
  }

  @Test
  void aStormOfJobsEndsAtTheLast() throws InterruptedException {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 4, 1).finishAll();
    Miner miner = start(cpu);
    for (int i = 0; i < 10_000; i++) {
      miner.assign(Jobs.coinbase(Integer.toString(i), Target.DIFFICULTY_1));
    }
    int onTheLast = 0;
    while (onTheLast < 4) {
      onTheLast += Await.next(cpu.begun).job().id().equals("9999") ? 1 : 0;
    }
  }

  @Test
  void wrongHitsAreCountedAndNeverOffered() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finds(MinerTest::firstPoint);
    Miner miner = start(gpu);
    miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    gpu.finish(5);
    assertThat(Await.next(events.wrongHits).work().job().id()).isEqualTo("a");
    Await.until("all are counted", () -> miner.meters().getFirst().errors() == 5);
    gpu.finishAll();
    miner.close();
    assertThat(miner.meters().getFirst().errors()).isGreaterThanOrEqualTo(7);
    assertThat(shares).isEmpty();
    assertThat(events.wrongHits).as("told once, for the clock stands").isEmpty();
  }

  @Test
  void aBatchOfManyHitsOffersThemAll() throws InterruptedException {
    ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2).finds(work -> points(work, 5000));
    Miner miner = start(gpu);
    miner.assign(Jobs.coinbase("a", Target.MAX));
    gpu.finish(1);
    assertThat(Await.next(5000, shares)).extracting(Share::candidate).doesNotHaveDuplicates();
  }

  @Test
  void waitsWhenTheSpaceIsUsedUpUntilTheNextSecond() throws InterruptedException {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 2, 1).takesWholeWorks();
    Miner miner = start(cpu);
    miner.assign(Jobs.fixedRoot("a", Target.DIFFICULTY_1));
    int time = Await.next(2, cpu.begun).getFirst().time();
    // Close to the next second, so that what real time the workers sleep by the clock is short.
    clock.advance(Duration.ofMillis(990));
    cpu.finishAll();
    sleeping("cpu-0");
    sleeping("cpu-1");
    assertThat(cpu.begun).allMatch(work -> work.time() == time);
    cpu.begun.clear();
    clock.advance(Duration.ofMillis(10));
    assertThat(Await.next(cpu.begun).time()).isEqualTo(time + 1);
  }

  @Test
  void aNewJobWakesWorkersWhoseSpaceIsUsedUp() throws InterruptedException {
    ScriptedDevice cpu = new ScriptedDevice("cpu", 1, 1).takesWholeWorks().finishAll();
    Miner miner = start(cpu);
    miner.assign(Jobs.fixedRoot("a", Target.DIFFICULTY_1));
    Await.next(cpu.begun);
    sleeping("cpu-0");
    cpu.begun.clear();
    miner.assign(Jobs.coinbase("b", Target.DIFFICULTY_1));
    assertThat(Await.next(cpu.begun).job().id()).isEqualTo("b");
  }

  @Test
  void startsOnlyOnce() {
    Miner miner = start(new ScriptedDevice("cpu", 1, 1));
    assertThatThrownBy(miner::start).isInstanceOf(IllegalStateException.class);
  }

  private Miner start(Device... devices) {
    Miner miner = new Miner(List.of(devices), clock.settings(), shares::add, events);
    miners.add(miner);
    for (Device device : devices) {
      if (device instanceof ScriptedDevice known) {
        scripted.add(known);
      }
    }
    miner.start();
    return miner;
  }

  private static void sleeping(String thread) {
    Thread worker = Await.thread(thread);
    Await.until(thread + " sleeps", () -> worker.getState() == Thread.State.TIMED_WAITING);
  }

  private static List<Candidate> firstPoint(Work work) {
    return points(work, 1);
  }

  private static List<Candidate> points(Work work, int count) {
    List<Candidate> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(new Candidate(work, work.versions().version(0), work.firstNonce() + i));
    }
    return points;
  }
}
