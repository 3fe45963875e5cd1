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
final class Dial {
  /** For the name, and for each address. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final int MOST_ADDRESSES = 4;

  /** Who dials. */
  interface Caller {
    /** The connection stands; nothing is read from it until it is told to. */
    void connected(Channel channel);

    /** It does not, for this reason. */
    void failed(String reason);
  }

  private final PoolUrl url;
  private final PoolLoop loop;
  private final Caller caller;
  private final Deque<InetAddress> addresses = new ArrayDeque<>();
  private Timers.@Nullable Scheduled deadline;
  private @Nullable Channel attempt;
  private boolean over;

  Dial(PoolUrl url, PoolLoop loop, Caller caller) {
    this.url = url;
    this.loop = loop;
    this.caller = caller;
  }

  /** Begins. */
  void start(Names names) {
    startDeadline();
    names.find(url.host(), loop.eventLoop(), this::found, this::fail);
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
    ChannelFuture opening = bootstrap().connect(new InetSocketAddress(address, url.port()));
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
      caller.connected(opening.channel());
    } else {
      connect(opening.cause());
    }
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
      caller.failed(NetworkFaults.sentence(fault, url));
    }
  }

  /** Ends without calling anybody. */
  void cancel() {
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
