package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class PoolClientDialTest {
  @Test
  void triesAClosedPortAgainAndThenGivesUp() throws IOException {
    PoolUrl closed = ScriptedPool.closedPort();
    try (Rig rig = Rig.started(2, new PoolAccount(closed, "me", "x"))) {
      for (int seconds : new int[] {1, 2}) {
        PoolEvent.Lost lost = rig.passLoss();
        assertThat(lost.reason()).startsWith("nothing listens at 127.0.0.1:" + closed.port());
        assertThat(lost.retryIn())
            .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
      }
      assertThat(rig.events.await(PoolEvent.GaveUp.class).reason())
          .startsWith("nothing listens at 127.0.0.1:" + closed.port())
          .endsWith("(tried 3 times)");
      assertThat(rig.events.all(PoolEvent.Connecting.class)).hasSize(3);
    }
  }

  @Test
  void saysThatAHostIsUnknown() {
    PoolAccount account = new PoolAccount(new PoolUrl("pool.invalid", 3333), "me", "x");
    Names none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Rig rig = Rig.started(0, none, account)) {
      assertThat(rig.events.await(PoolEvent.GaveUp.class).reason())
          .startsWith("pool.invalid: no such host");
    }
  }

  @Test
  void givesUpANameThatIsNotFoundInTime() {
    CountDownLatch never = new CountDownLatch(1);
    Names slow =
        host -> {
          awaitQuietly(never);
          return InetAddress.getAllByName("127.0.0.1");
        };
    try (Rig rig = Rig.started(0, slow, new PoolAccount(new PoolUrl("slow", 1), "me", "x"))) {
      rig.events.await(PoolEvent.Connecting.class);
      rig.advance(Dial.DEADLINE);
      assertThat(rig.events.await(PoolEvent.GaveUp.class).reason())
          .startsWith("slow:1 did not answer within 10 s");
    } finally {
      never.countDown();
    }
  }

  @Test
  void triesTheNextAddressOfAName() throws IOException {
    Names two = host -> new InetAddress[] {address("127.0.0.2"), address("127.0.0.1")};
    try (ScriptedPool pool = ScriptedPool.playing(ScriptedPeer::listen);
        Rig rig = Rig.started(0, two, pool.account("me"))) {
      assertThat(rig.events.await(PoolEvent.Connected.class).address()).contains("127.0.0.1");
    }
  }

  @Test
  void endsAtOnceWhileItWaitsToTryAgain() throws IOException {
    try (Rig rig = Rig.started(-1, new PoolAccount(ScriptedPool.closedPort(), "me", "x"))) {
      rig.events.await(PoolEvent.Lost.class);
      rig.client.stop(Duration.ofSeconds(10));
      rig.advance(Duration.ofMinutes(5));
      assertThat(rig.events.all(PoolEvent.Connecting.class)).hasSize(1);
    }
  }

  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
