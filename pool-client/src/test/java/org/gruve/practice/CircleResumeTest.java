package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.CompactBits;
import org.gruve.core.check.Network;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.work.Job;
import org.gruve.pool.ManualTimers;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolLoop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A chain that a fast device has raised, gone on with by a slow one. Its blocks came so fast that
 * both of its retargets made them four times as hard; more would take a test too long to mine, and
 * {@link RetargetTest} simulates it.
 */
class CircleResumeTest {
  private static final int LIMIT = Network.PRACTICE.pow().limitBits();

  /** In the middle of an interval, after two blocks that are hard. */
  private static final int TIP = 33;

  /** When manual timers begin. */
  private static final long BEGIN = 1767225600;

  private static final List<Block> RAISED = new ArrayList<>();

  @BeforeAll
  static void raise() {
    ChainState state = new ChainState();
    while (state.height() < TIP) {
      Block block = TestChains.mine(state, BEGIN);
      state.extend(block);
      RAISED.add(block);
    }
  }

  private final PoolLoop system = PoolLoop.start("practice-pool");
  private final ManualTimers timers = new ManualTimers(system.eventLoop());

  /** Begins to mine when the chain has rested for a while. */
  private Circle resumed(Duration rest) throws IOException {
    PracticeChain chain = PracticeChain.temporary();
    for (Block block : RAISED) {
      assertThat(chain.append(block, BEGIN).isValid()).isTrue();
    }
    timers.advance(rest);
    PoolLoop manual = new PoolLoop(system.eventLoop(), timers);
    return new Circle(chain, new ReferenceDevice("slow", 1), manual);
  }

  private static Job nextJob(Circle circle) throws InterruptedException {
    PoolEvent event = circle.await(PoolEvent.NewJob.class::isInstance);
    return ((PoolEvent.NewJob) event).job();
  }

  private static double hashes(int nbits) {
    return CompactBits.target(nbits).orElseThrow().expectedHashes();
  }

  @Test
  void goesOnAtOnceWhereTheChainHasRested() throws Exception {
    try (Circle circle = resumed(Duration.ofHours(1))) {
      circle.awaitAccepted(10);
      circle.stop();
      assertThat(circle.chain.height()).isGreaterThanOrEqualTo(TIP + 10);
      for (int height = TIP + 1; height <= TIP + 10; height++) {
        assertThat(circle.chain.header(height).nbits()).as("block %d", height).isEqualTo(LIMIT);
      }
      Audit.of(circle);
    }
  }

  @Test
  void goesOnAfterTwentySecondsWhereTheChainIsStillWarm() throws Exception {
    try (Circle circle = resumed(Duration.ZERO)) {
      int hard = nextJob(circle).header().nbits();
      assertThat(hashes(hard)).isGreaterThan(15 * hashes(LIMIT));
      timers.advance(Duration.ofSeconds(40));
      Job easy = nextJob(circle);
      while (easy.header().nbits() != LIMIT) {
        easy = nextJob(circle);
      }
      circle.awaitAccepted(1, share -> share.header().nbits() == LIMIT);
      circle.stop();
      assertThat(circle.ledger.totals().rejected()).isZero();
      Audit.of(circle);
    }
  }
}
