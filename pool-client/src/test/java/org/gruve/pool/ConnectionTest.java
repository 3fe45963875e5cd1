package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.ClientSettings;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;
import org.junit.jupiter.api.Test;

final class ConnectionTest implements ConnectionOwner {
  private final List<String> told = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ManualTimers timers = new ManualTimers(channel.eventLoop());
  private boolean faulty;
  private final Connection connection =
      new Connection(
          new PoolUrl("pool", 1),
          channel,
          timers,
          new ClientSettings("me", "x", "test", 0, null, null, false, "pool"),
          this);

  @Test
  void endsWhereThePoolReadsNothing() {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    connection.begin();
    channel.runPendingTasks();
    assertThat(told)
        .containsExactly("parting", "Retry: the pool at pool:1 reads nothing of what we send");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void endsOnceHoweverOftenItIsLost() {
    connection.begin();
    connection.end("first");
    connection.end("second");
    var _ = channel.close();
    channel.runPendingTasks();
    assertThat(told).containsExactly("parting", "Retry: first");
  }

  @Test
  void survivesAFaultInThePipeline() {
    connection.begin();
    channel.pipeline().fireExceptionCaught(new IllegalStateException("a bug"));
    assertThat(told).hasSize(2).last().asString().startsWith("Retry: the connection to pool:1");
  }

  @Test
  void endsWithASentenceWhereItsOwnTickFails() {
    connection.begin();
    faulty = true;
    timers.advance(Duration.ofSeconds(1));
    assertThat(told)
        .containsExactly(
            "parting",
            "Retry: the connection to pool:1 failed unexpectedly"
                + " (java.lang.IllegalStateException: a bug)");
    assertThat(channel.isOpen()).isFalse();
  }

  @Override
  public void job(Job job) {
    told.add("job");
  }

  @Override
  public void result(ShareResult result) {
    told.add("result");
  }

  @Override
  public void tell(SessionNotice notice) {
    told.add(notice.toString());
  }

  @Override
  public void parting() {
    told.add("parting");
  }

  @Override
  public void left(List<Share> unanswered) {
    assertThat(unanswered).isEmpty();
  }

  @Override
  public void ended(Ending why) {
    told.add(why.getClass().getSimpleName() + ": " + why.reason());
  }

  @Override
  public void progressed() {
    if (faulty) {
      throw new IllegalStateException("a bug");
    }
  }
}
