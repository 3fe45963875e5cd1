package org.gruve.pool;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Duration;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.ClientOutput;
import org.gruve.stratum.v1.ClientSession;
import org.gruve.stratum.v1.ClientSettings;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.LineCodec;
import org.gruve.stratum.v1.Message;
import org.gruve.stratum.v1.SessionNotice;
import org.jspecify.annotations.Nullable;

/** One open connection and its session, from the handshake to its end. */
final class Connection extends SimpleChannelInboundHandler<Message> implements ClientOutput {
  private static final Duration TICK = Duration.ofMillis(250);

  private final PoolUrl url;
  private final Channel channel;
  private final Timers timers;
  private final ConnectionOwner owner;
  private final ClientSession session;
  private Timers.@Nullable Scheduled ticking;
  private @Nullable Ending ending;
  private boolean heardAnything;
  private boolean over;

  Connection(
      PoolUrl url, Channel channel, Timers timers, ClientSettings settings, ConnectionOwner owner) {
    this.url = url;
    this.channel = channel;
    this.timers = timers;
    this.owner = owner;
    this.session = new ClientSession(settings, this);
  }

  /** Begins the handshake. */
  void begin() {
    LineCodec.client(channel.pipeline());
    channel.pipeline().addLast(this);
    channel.config().setAutoRead(true);
    session.connected(timers.nanoTime());
    tickLater();
  }

  private void tickLater() {
    ticking = timers.after(TICK, this::tick);
  }

  private void tick() {
    guarded(
        () -> {
          session.tick(timers.nanoTime());
          owner.progressed();
        });
    if (ending == null && !over) {
      tickLater();
    }
  }

  /** A fault of ours costs this connection, and is said; it never leaves one without deadlines. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      end(NetworkFaults.sentence(e, url.endpoint()));
    }
  }

  ClientSession session() {
    return session;
  }

  /** Whether a share of this job may be submitted here; whether it is void is for the session. */
  boolean takes(Job job) {
    return ending == null && !over && (job.origin() == session || session.knows(job));
  }

  /** Submits a share of this session, or of the one that it resumes. */
  void submit(Share share) {
    guarded(() -> session.submit(share, timers.nanoTime()));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Message message) {
    heardAnything = true;
    if (ending == null) {
      session.received(message, timers.nanoTime());
      owner.progressed();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(NetworkFaults.closed(url.endpoint(), heardAnything));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(NetworkFaults.sentence(cause, url.endpoint()));
  }

  /** Ends it from our side, for this reason unless the session has a better one. */
  void end(String reason) {
    if (over) {
      return;
    }
    over = true;
    if (ticking != null) {
      ticking.cancel();
    }
    var _ = channel.close();
    try {
      if (ending == null) {
        owner.parting();
      }
      owner.left(session.surrender());
      session.disconnected(timers.nanoTime());
    } finally {
      owner.ended(ending != null ? ending : new Ending.Retry(reason));
    }
  }

  @Override
  public void send(Message message) {
    // A failed write surfaces in exceptionCaught.
    var _ = channel.writeAndFlush(message, channel.voidPromise());
    if (!channel.isWritable()) {
      close(new Ending.Retry("the pool at " + url.hostPort() + " reads nothing of what we send"));
    }
  }

  @Override
  public void job(Job job) {
    if (ending == null && !over) {
      owner.job(job);
    }
  }

  @Override
  public void result(ShareResult result) {
    owner.result(result);
  }

  @Override
  public void tell(SessionNotice notice) {
    owner.tell(notice);
  }

  /** Lets the session finish what it is in the middle of before it is told that it is over. */
  @Override
  public void close(Ending why) {
    if (ending != null) {
      return;
    }
    ending = why;
    if (!over) {
      owner.parting();
      channel.eventLoop().execute(() -> end(why.reason()));
    }
  }
}
