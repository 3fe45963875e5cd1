package org.gruve.pool;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to open a TCP connection: looks up the name, then tries its addresses in turn. Ends
 * in exactly one call of its {@link Caller}, on the event loop, unless it is cancelled before.
 */
public final class Dial {
  /** For the name, for each address, and for each step after that. */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final int MOST_ADDRESSES = 4;

  /** Who dials. */
  public interface Caller {
    /**
     * The connection stands; nothing is read from it until it is told to.
     *
     * @param description where it leads, and how, in a few words: address, TLS, proxy
     */
    void connected(Channel channel, String description);

    /** It does not, for this reason. */
    void failed(String reason);
  }

  private final Endpoint to;
  private final Way way;
  private final PoolLoop loop;
  private final Caller caller;
  private final Deque<InetAddress> addresses = new ArrayDeque<>();
  private Timers.@Nullable Scheduled deadline;
  private @Nullable Channel attempt;
  private boolean over;

  /** Prepares. */
  public Dial(Endpoint to, Way way, PoolLoop loop, Caller caller) {
    this.to = to;
    this.way = way;
    this.loop = loop;
    this.caller = caller;
  }

  /** Begins. */
  public void start(Names names) {
    startDeadline();
    names.find(to.host(), loop.eventLoop(), this::found, this::fail);
  }

  private void found(List<InetAddress> all) {
    all.stream().limit(MOST_ADDRESSES).forEach(addresses::add);
    connect(new ConnectException("no address"));
  }

  private void connect(Throwable lastFault) {
    InetAddress address = addresses.poll();
    if (over) {
      return;
    }
    if (address == null) {
      fail(lastFault);
      return;
    }
    startDeadline();
    ChannelFuture opening = bootstrap().connect(new InetSocketAddress(address, to.port()));
    attempt = opening.channel();
    var _ = opening.addListener(_ -> opened(opening));
  }

  private Bootstrap bootstrap() {
    return new Bootstrap()
        .group(loop.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.AUTO_READ, false)
        // Deadlines are ours, on the injected timers.
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
        .handler(new ChannelInboundHandlerAdapter());
  }

  private void opened(ChannelFuture opening) {
    if (over || !opening.channel().equals(attempt)) {
      var _ = opening.channel().close();
    } else if (opening.isSuccess()) {
      finish();
      attempt = null;
      caller.connected(opening.channel(), description(opening.channel()));
    } else {
      connect(opening.cause());
    }
  }

  private static String description(Channel channel) {
    return String.valueOf(channel.remoteAddress()).replaceFirst("^[^/]*/", "");
  }

  private void late() {
    abandonAttempt();
    if (addresses.isEmpty()) {
      fail(new SocketTimeoutException());
    } else {
      connect(new SocketTimeoutException());
    }
  }

  private void fail(Throwable fault) {
    if (!over) {
      finish();
      caller.failed(NetworkFaults.sentence(fault, to));
    }
  }

  /** Ends without calling anybody. */
  public void cancel() {
    finish();
    abandonAttempt();
  }

  private void abandonAttempt() {
    Channel abandoned = attempt;
    attempt = null;
    if (abandoned != null) {
      var _ = abandoned.close();
    }
  }

  private void startDeadline() {
    stopDeadline();
    deadline = loop.timers().after(DEADLINE, this::late);
  }

  private void finish() {
    over = true;
    stopDeadline();
  }

  private void stopDeadline() {
    if (deadline != null) {
      deadline.cancel();
    }
  }
}
