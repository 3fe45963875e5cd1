package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pauses between batches, which leave a GPU to its desktop. */
class MinerRestTest {
  /** For an hour after each batch, which takes a millisecond. */
  private static final double AN_HOUR = 3_600_000;

  private final ManualClock clock = new ManualClock();
  private final ScriptedDevice gpu = new ScriptedDevice("cuda:0", 1, 2);
  private final ScriptedDevice cpu = new ScriptedDevice("cpu", 1, 1);
  private final List<Miner> miners = new ArrayList<>();

  @AfterEach
  void closeMiners() {
    gpu.finishAll();
    cpu.finishAll();
    miners.forEach(Miner::close);
  }

  @Test
  void aGpuRestsAfterEachBatchWithNoneInFlight() throws InterruptedException {
    Miner miner = start(AN_HOUR);
    Await.next(gpu.started);
    gpu.finish(1);
    rests();
    clock.advance(Duration.ofMinutes(59));
    wake(miner);
    rests();
    assertThat(gpu.started).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    wake(miner);
    Await.next(gpu.started);
    Thread worker = Await.thread("cuda:0");
    Await.until("it waits for the batch", () -> worker.getState() == Thread.State.WAITING);
    assertThat(gpu.started).isEmpty();
  }

  @Test
  void theCpuNeverRests() throws InterruptedException {
    start(AN_HOUR);
    cpu.finish(100);
    Await.next(100, cpu.started);
  }

  @Test
  void withoutRestsTwoBatchesAreInFlight() throws InterruptedException {
    start(0);
    Await.next(2, gpu.started);
  }

  @Test
  void aNewJobIsNotKeptWaiting() throws InterruptedException {
    Miner miner = start(AN_HOUR);
    Await.next(gpu.started);
    gpu.finish(1);
    rests();
    miner.assign(Jobs.coinbase("b", Target.DIFFICULTY_1));
    assertThat(Await.next(gpu.started).work().job().id()).isEqualTo("b");
  }

  @Test
  void closingEndsARest() throws InterruptedException {
    Miner miner = start(AN_HOUR);
    Await.next(gpu.started);
    gpu.finish(1);
    rests();
    cpu.finishAll();
    miner.close();
    assertThat(gpu.closes.get()).isEqualTo(1);
  }

  private Miner start(double rest) {
    MinerSettings settings = clock.settings().withRest(rest);
    Miner miner = new Miner(List.of(gpu, cpu), settings, _ -> {}, new RecordedEvents());
    miners.add(miner);
    miner.start();
    miner.assign(Jobs.coinbase("a", Target.DIFFICULTY_1));
    return miner;
  }

  private static void wake(Miner miner) {
    miner.resume("cuda:0");
  }

  private static void rests() {
    Thread worker = Await.thread("cuda:0");
    Await.until("it rests", () -> worker.getState() == Thread.State.TIMED_WAITING);
  }
}
