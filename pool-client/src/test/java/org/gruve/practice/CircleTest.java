package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.pool.PoolEvent;
import org.junit.jupiter.api.Test;

/** The whole circle, disturbed in every way that a pool can disturb it. */
class CircleTest {
  private final List<PoolEvent> past = new ArrayList<>();

  private static boolean isAccepted(PoolEvent event) {
    return event instanceof PoolEvent.ShareEnded ended
        && ended.result().outcome() == Outcome.ACCEPTED;
  }

  private void awaitAccepted(Circle circle, int shares) throws InterruptedException {
    for (int i = 0; i < shares; i++) {
      circle.await(past, CircleTest::isAccepted);
    }
  }

  private List<ShareResult> results() {
    return past.stream()
        .filter(PoolEvent.ShareEnded.class::isInstance)
        .map(event -> ((PoolEvent.ShareEnded) event).result())
        .toList();
  }

  @Test
  void accountsForEveryShareThroughLossesAndChanges() throws Exception {
    try (Circle circle = new Circle(PracticeChain.temporary())) {
      awaitAccepted(circle, 10);
      circle.pool.changeExtranonces(5);
      awaitAccepted(circle, 5);
      circle.pool.changeVersionMask(0x00006000);
      awaitAccepted(circle, 5);
      circle.pool.fixDifficulty(Difficulty.parse("5e-5"));
      awaitAccepted(circle, 5);
      InetSocketAddress address = circle.pool.address();
      circle.pool.close();
      circle.await(past, PoolEvent.Lost.class::isInstance);
      circle.pool = circle.listen(address);
      awaitAccepted(circle, 5);
      circle.stop(past);

      assertThat(circle.chain.height()).isGreaterThan(3);
      assertThat(circle.faults).isEmpty();
      assertThat(results()).extracting(ShareResult::share).doesNotHaveDuplicates();
      assertThat(results())
          .filteredOn(result -> result.outcome() == Outcome.REJECTED)
          .extracting(ShareResult::reason)
          .isEmpty();
      long accepted = circle.atThePool.stream().filter(String::isEmpty).count();
      long unanswered = count(Outcome.UNANSWERED);
      // What the pool took but could not say any more is the only difference there may be.
      assertThat(accepted).isBetween(count(Outcome.ACCEPTED), count(Outcome.ACCEPTED) + unanswered);
    }
  }

  private long count(Outcome outcome) {
    return results().stream().filter(result -> result.outcome() == outcome).count();
  }
}
