package org.gruve.pool;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.gruve.core.mine.JobSink;
import org.gruve.core.mine.ShareSink;
import org.gruve.core.work.Share;

/**
 * Mines for pools and nodes, one after the other or side by side as its {@link Strategy} says.
 * Their jobs go to a {@link JobSink}, shares come in by {@link #offer}. Any thread may call it.
 */
public final class PoolClient implements ShareSink, AutoCloseable {
  private final EventLoop eventLoop;
  private final Places places;
  private final ShareInbox inbox;

  /** Prepares; {@link #start} connects. All network work is done on {@code loop}. */
  public PoolClient(PoolSettings settings, PoolLoop loop, JobSink jobs, PoolEvents events) {
    this(settings, loop, jobs, events, Outside.system());
  }

  PoolClient(
      PoolSettings settings, PoolLoop loop, JobSink jobs, PoolEvents events, Outside outside) {
    this.eventLoop = loop.eventLoop();
    this.places = new Places(settings, loop, jobs, Reported.to(events), outside);
    this.inbox = new ShareInbox(eventLoop, places::submit, places::drop);
  }

  /** Connects to the first account, or to all. */
  public void start() {
    eventLoop.execute(places::start);
  }

  /**
   * Takes a share to the session that made its job. It ends in exactly one {@link
   * PoolEvent.ShareEnded}, also when that session is gone, or this client is closed.
   */
  @Override
  public void offer(Share share) {
    try {
      inbox.offer(share);
    } catch (RejectedExecutionException e) {
      // The event loop has ended, and with it whoever could be told what became of a share.
      return;
    }
  }

  /** Tells the client the rate that was measured since, for the difficulty to ask for. */
  public void measured(double hashesPerSecond) {
    if (!eventLoop.isShuttingDown()) {
      eventLoop.execute(() -> places.measured(hashesPerSecond));
    }
  }

  /**
   * Parks the workers, sends what was offered before, waits for the answers at the longest for
   * {@code patience}, then disconnects. Blocks the calling thread, which must not be the event
   * loop.
   */
  public void stop(Duration patience) {
    end(
        () -> {
          inbox.drain();
          places.stop(patience);
        });
  }

  /** Disconnects at once. */
  @Override
  public void close() {
    end(places::close);
  }

  private void end(Runnable how) {
    if (eventLoop.inEventLoop()) {
      how.run();
      return;
    }
    try {
      eventLoop.execute(how);
      places.finished().await();
    } catch (RejectedExecutionException e) {
      // The event loop has ended, and every connection with it.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
