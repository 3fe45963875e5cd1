package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gruve.core.block.Target;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;
import org.gruve.core.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MinerPauseTest {
  private final BlockingQueue<Share> shares = new LinkedBlockingQueue<>();
  private final ScriptedDevice hot = new ScriptedDevice("cuda:0", 1, 2).finds(MinerPauseTest::hit);
  private final ScriptedDevice cool = new ScriptedDevice("cuda:1", 1, 2);
  private final List<Miner> miners = new ArrayList<>();

  @AfterEach
  void closeMiners() {
    hot.finishAll();
    cool.finishAll();
    miners.forEach(Miner::close);
  }

  @Test
  void aPausedDeviceBringsHomeWhatIsInFlightAndSleepsWhileOthersGoOn() throws InterruptedException {
    Miner miner = start();
    Await.next(2, hot.started);
    miner.pause("cuda:0");
    hot.finish(2);
    assertThat(Await.next(2, shares)).extracting(Share::device).containsOnly("cuda:0");
    sleeps("cuda:0");
    cool.finish(20);
    Await.next(20, cool.started);
    assertThat(hot.started).isEmpty();
  }

  @Test
  void aResumedDeviceGoesOnWithTheJobThatStandsThen() throws InterruptedException {
    Miner miner = start();
    Await.next(2, hot.started);
    miner.pause("cuda:0");
    hot.finish(2);
    sleeps("cuda:0");
    miner.assign(Jobs.coinbase("b", Target.MAX));
    sleeps("cuda:0");
    assertThat(hot.started).isEmpty();
    miner.resume("cuda:0");
    assertThat(Await.next(hot.started).work().job().id()).isEqualTo("b");
  }

  @Test
  void aDeviceThatIsPausedBeforeItsFirstJobWaitsForItsResumption() throws InterruptedException {
    Miner miner = start();
    Await.next(2, hot.started);
    miner.park();
    hot.finish(2);
    sleeps("cuda:0");
    miner.pause("cuda:0");
    miner.assign(Jobs.coinbase("b", Target.MAX));
    sleeps("cuda:0");
    assertThat(hot.started).isEmpty();
    miner.resume("cuda:0");
    miner.resume("cuda:0");
    Await.next(hot.started);
  }

  @Test
  void closingEndsAPausedDevice() throws InterruptedException {
    Miner miner = start();
    Await.next(2, hot.started);
    miner.pause("cuda:0");
    hot.finish(2);
    sleeps("cuda:0");
    cool.finishAll();
    miner.close();
    assertThat(hot.closes.get()).isEqualTo(1);
  }

  @Test
  void noResumptionIsLostInTenThousand() throws InterruptedException {
    Miner miner = start();
    Await.next(2, hot.started);
    for (int i = 0; i < 10_000; i++) {
      miner.pause("cuda:0");
      // From here the worker goes to sleep, while the end of its rest comes at any moment.
      hot.finish(2);
      miner.resume("cuda:0");
      Await.next(2, hot.started);
    }
  }

  private Miner start() {
    Miner miner =
        new Miner(
            List.of(hot, cool), new ManualClock().settings(), shares::add, new RecordedEvents());
    miners.add(miner);
    miner.start();
    miner.assign(Jobs.coinbase("a", Target.MAX));
    return miner;
  }

  private static void sleeps(String thread) {
    Thread worker = Await.thread(thread);
    Await.until(thread + " sleeps", () -> worker.getState() == Thread.State.WAITING);
  }

  private static List<Candidate> hit(Work work) {
    return List.of(new Candidate(work, work.versions().version(0), work.firstNonce()));
  }
}
