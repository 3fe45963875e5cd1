package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.pool.PoolEvent;
import org.junit.jupiter.api.Test;

/** The whole circle: mined on, lost in the middle, and gone on with. */
class CircleTest {
  @Test
  void minesBlocksAndLosesNothing() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      circle.awaitAccepted(20);
      circle.stop();
      assertThat(circle.chain.height()).isGreaterThan(3);
      assertThat(circle.ledger.totals().blocks()).isEqualTo(circle.chain.height());
      assertThat(circle.ledger.totals().rejected()).isZero();
      assertThat(circle.ledger.totals().unanswered()).isZero();
      Audit.of(circle);
    }
  }

  @Test
  void creditsNoShareOfADeadSession() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      circle.awaitAccepted(5);
      List<Share> good = circle.holdGood(_ -> true);
      circle.wire.newest().hush();
      circle.release(good);
      circle.wire.newest().awaitHeldBack("\"result\":true", 1);
      List<Share> kept = circle.hold(2);
      circle.wire.newest().cut();
      circle.await(PoolEvent.Lost.class::isInstance);
      circle.await(PoolEvent.NewJob.class::isInstance);
      circle.release(kept);
      circle.awaitAccepted(5);
      circle.stop();

      assertThat(circle.wire.wires()).hasSize(2);
      assertThat(kept).map(circle::resultOf).allMatch(CircleTest::isOfALostSession);
      assertThat(circle.resultOf(good.getFirst())).matches(CircleTest::wasUnderWay);
      assertThat(circle.ledger.totals().rejected()).isZero();
      Audit.of(circle);
    }
  }

  private static boolean isOfALostSession(ShareResult result) {
    return result.outcome() == Outcome.STALE;
  }

  private static boolean wasUnderWay(ShareResult result) {
    return result.outcome() == Outcome.UNANSWERED
        && result.reason().equals("the connection was lost");
  }

  @Test
  void comesBackToAPoolThatWasAway() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      circle.awaitAccepted(5);
      InetSocketAddress address = circle.pool.address();
      circle.killPool();
      circle.await(PoolEvent.Lost.class::isInstance);
      circle.await(PoolEvent.Lost.class::isInstance);
      int height = circle.chain.height();
      circle.pool = circle.listen(address);
      circle.awaitAccepted(5);
      circle.stop();

      assertThat(circle.chain.height()).isGreaterThan(height);
      assertThat(circle.ledger.totals().rejected()).isZero();
      Audit.of(circle);
    }
  }

  @Test
  void accountsForEveryShareThroughAllOfItTogether() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary(), new RollingDevice())) {
      circle.awaitAccepted(5);
      circle.pool.changeExtranonces(5);
      circle.pool.changeVersionMask(0x00006000);
      circle.awaitAccepted(5);
      circle.pool.fixDifficulty(Difficulty.parse("3e-5"));
      circle.wire.newest().cut();
      circle.await(PoolEvent.Lost.class::isInstance);
      circle.awaitAccepted(5);
      circle.pool.changeVersionMask(0x1fffe000);
      circle.pool.changeExtranonces(7);
      circle.awaitAccepted(5);
      circle.dropConnections();
      circle.await(PoolEvent.Lost.class::isInstance);
      circle.awaitAccepted(5);
      circle.stop();
      assertThat(circle.ledger.totals().rejected()).isZero();
      Audit.of(circle);
    }
  }
}
