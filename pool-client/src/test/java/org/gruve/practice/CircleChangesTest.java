package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.pool.PoolEvent;
import org.junit.jupiter.api.Test;

/** The whole circle, while its pool changes difficulty, extranonce and version mask under way. */
class CircleChangesTest {
  private static final int WIDE = 0x1fffe000;
  private static final int NARROW = 0x00006000;

  private static void awaitJob(Circle circle, Predicate<Job> wanted) throws InterruptedException {
    circle.await(event -> event instanceof PoolEvent.NewJob(var _, Job job) && wanted.test(job));
  }

  /** Mines until the circle stops, and accounts for it all; nothing was lost, nothing refused. */
  private static void settle(Circle circle) {
    circle.stop();
    assertThat(circle.ledger.totals().rejected()).isZero();
    assertThat(circle.ledger.totals().unanswered()).isZero();
    Audit.of(circle);
  }

  @Test
  void bindsEachShareToTheDifficultyOfItsJob() throws Exception {
    Target hard = Difficulty.parse("5e-5").target();
    Target easy = Difficulty.parse("2.5e-5").target();
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      circle.awaitAccepted(2);
      circle.pool.fixDifficulty(Difficulty.parse("5e-5"));
      circle.awaitAccepted(3, share -> share.job().shareTarget().equals(hard));
      circle.pool.fixDifficulty(Difficulty.parse("2.5e-5"));
      circle.awaitAccepted(3, share -> share.job().shareTarget().equals(easy));
      List<Share> kept = circle.holdGood(share -> share.job().shareTarget().equals(easy));
      circle.pool.fixDifficulty(Difficulty.parse("5e-5"));
      awaitJob(circle, job -> job.shareTarget().equals(hard));
      circle.release(kept);
      circle.awaitAccepted(3, share -> share.job().shareTarget().equals(hard));
      settle(circle);
      assertThat(circle.resultOf(kept.getFirst()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void minesWithEachExtranonceThatItIsGiven() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      circle.awaitAccepted(2);
      List<Share> good = new ArrayList<>();
      for (int size : new int[] {5, 7, 4}) {
        List<Share> kept = circle.holdGood(_ -> true);
        good.add(kept.getFirst());
        circle.pool.changeExtranonces(size);
        awaitJob(circle, job -> extranonce2Size(job) == 8 - size);
        circle.release(kept);
        circle.awaitAccepted(3, share -> extranonce2Size(share.job()) == 8 - size);
      }
      settle(circle);
      assertThat(good).allMatch(share -> circle.resultOf(share).outcome() == Outcome.ACCEPTED);
    }
  }

  private static int extranonce2Size(Job job) {
    return job.merkle() instanceof MerkleSource.Coinbase coinbase ? coinbase.extranonce2Size() : -1;
  }

  @Test
  void rollsVersionsInsideTheMaskOfTheMoment() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary(), new RollingDevice())) {
      circle.awaitAccepted(3, CircleChangesTest::leavesNarrow);
      List<Share> kept = circle.holdGood(CircleChangesTest::leavesNarrow);
      circle.pool.changeVersionMask(NARROW);
      awaitJob(circle, job -> job.versionMask() == NARROW);
      circle.release(kept);
      circle.awaitAccepted(3, share -> rolled(share) != 0 && !leavesNarrow(share));
      circle.pool.changeVersionMask(WIDE);
      circle.awaitAccepted(3, CircleChangesTest::leavesNarrow);
      settle(circle);
      ShareResult result = circle.resultOf(kept.getFirst());
      assertThat(result.outcome()).isEqualTo(Outcome.STALE);
      assertThat(result.reason()).startsWith("not sent");
    }
  }

  @Test
  void callsStaleWhatMetANewMaskOnItsWay() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary(), new RollingDevice())) {
      circle.awaitAccepted(3, CircleChangesTest::leavesNarrow);
      List<Share> kept = circle.holdGood(CircleChangesTest::leavesNarrow);
      circle.wire.newest().hush();
      circle.pool.changeVersionMask(NARROW);
      circle.release(kept);
      circle.wire.newest().awaitHeldBack("outside the mask", 1);
      circle.wire.newest().unhush();
      circle.awaitAccepted(3, share -> rolled(share) != 0 && !leavesNarrow(share));
      settle(circle);
      ShareResult result = circle.resultOf(kept.getFirst());
      assertThat(result.outcome()).isEqualTo(Outcome.STALE);
      assertThat(result.reason()).contains("outside the mask");
    }
  }

  private static int rolled(Share share) {
    return share.header().version() ^ share.job().header().version();
  }

  private static boolean leavesNarrow(Share share) {
    return (rolled(share) & ~NARROW) != 0;
  }
}
