package org.gruve.pool;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to open a connection: looks up the name (of the proxy, where there is one), tries its
 * addresses in turn, lets the proxy go on, and speaks TLS where that is asked for. What is to be
 * secure never becomes anything else. Ends in exactly one call of its {@link Caller}, on the event
 * loop, unless it is cancelled before.
 */
public final class Dial {
  /** For the name, for each address, and for TLS. */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  /** For a proxy to get through; Tor looks for a path of its own first. */
  public static final Duration PROXY_DEADLINE = Duration.ofSeconds(60);

  private static final int MOST_ADDRESSES = 4;

  /** What there is to pass on the way, in this order. */
  public enum Stage {
    /** The name has addresses. */
    RESOLVE,
    /** TCP stands. */
    CONNECT,
    /** The proxy is through; only where there is one. */
    PROXY,
    /** TLS stands; only where it is asked for. */
    TLS
  }

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

    /** A stage is passed; what was found there, sanitised. */
    default void passed(Stage stage, String found) {}
  }

  private final Endpoint to;
  private final Way way;
  private final PoolLoop loop;
  private final Caller caller;
  private final Deque<InetAddress> addresses = new ArrayDeque<>();
  private final Hold hold = new Hold(this::broke);
  private Timers.@Nullable Scheduled deadline;
  private @Nullable Channel attempt;
  private Stage stage = Stage.RESOLVE;
  private String tls = "";
  private boolean over;

  /** Prepares. */
  public Dial(Endpoint to, Way way, PoolLoop loop, Caller caller) {
    this.to = to;
    this.way = way;
    this.loop = loop;
    this.caller = caller;
  }

  /** What is tried now, or has failed. */
  public Stage stage() {
    return stage;
  }

  /** Begins. */
  public void start(Names names) {
    startDeadline(DEADLINE);
    names.find(next().host(), loop.eventLoop(), this::found, this::fail);
  }

  /** Whom to open a TCP connection to. */
  private Endpoint next() {
    return way.proxy().map(proxy -> new Endpoint(proxy.host(), proxy.port(), false)).orElse(to);
  }

  private void found(List<InetAddress> all) {
    if (over) {
      return;
    }
    all.stream().limit(MOST_ADDRESSES).forEach(addresses::add);
    String text = String.join(", ", addresses.stream().map(NetUtil::toAddressString).toList());
    pass(text, Stage.CONNECT);
    connect(new ConnectException("no address"));
  }

  private void pass(String found, Stage then) {
    caller.passed(stage, found);
    stage = then;
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
    startDeadline(DEADLINE);
    InetSocketAddress hop = new InetSocketAddress(address, next().port());
    Optional<ProxyHandler> proxy = way.proxy().map(p -> Proxies.handler(p, hop));
    ChannelFuture opening =
        bootstrap(proxy).connect(proxy.isPresent() ? Proxies.destination(to) : hop);
    attempt = opening.channel();
    var _ = opening.addListener(_ -> opened(opening, proxy));
  }

  private Bootstrap bootstrap(Optional<ProxyHandler> proxy) {
    return new Bootstrap()
        .group(loop.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.AUTO_READ, false)
        // Deadlines are ours, on the injected timers.
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
        // A name that is left to the proxy must not be asked for here.
        .disableResolver()
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                proxy.ifPresent(handler -> channel.pipeline().addLast(handler));
              }
            });
  }

  private void opened(ChannelFuture opening, Optional<ProxyHandler> proxy) {
    Channel channel = opening.channel();
    if (over || !channel.equals(attempt)) {
      var _ = channel.close();
    } else if (!opening.isSuccess()) {
      connect(opening.cause());
    } else {
      channel.pipeline().addLast(hold);
      String address = NetUtil.toSocketAddressString((InetSocketAddress) channel.remoteAddress());
      pass(address, proxy.isPresent() ? Stage.PROXY : Stage.TLS);
      proxy.ifPresentOrElse(handler -> tunnel(channel, handler), () -> secure(channel));
    }
  }

  private void tunnel(Channel channel, ProxyHandler proxy) {
    startDeadline(PROXY_DEADLINE);
    var _ =
        proxy
            .connectFuture()
            .addListener(
                tunnelled -> {
                  if (!tunnelled.isSuccess()) {
                    broke(tunnelled.cause());
                  } else if (!over) {
                    pass("through " + way.proxy().orElseThrow(), Stage.TLS);
                    secure(channel);
                  }
                });
  }

  private void secure(Channel channel) {
    if (!to.secure()) {
      finish(channel);
      return;
    }
    startDeadline(DEADLINE);
    Aside.run(
        "trust",
        loop.eventLoop(),
        () -> Tls.context(way.trust(), to),
        context ->
            handshake(
                channel, context.newHandler(channel.alloc(), to.host(), to.port(), Tls::aside)),
        this::broke);
  }

  private void handshake(Channel channel, SslHandler handler) {
    if (over) {
      return;
    }
    if (!hold.isEmpty()) {
      // Said before TLS, and so by anybody: it must never pass for what was said within.
      broke(new TlsFault(to.hostPort() + " does not wait for TLS to begin; is it a TLS port?"));
      return;
    }
    handler.setHandshakeTimeoutMillis(0);
    channel.pipeline().addBefore(channel.pipeline().context(hold).name(), "tls", handler);
    var _ =
        handler
            .handshakeFuture()
            .addListener(
                shaken -> {
                  if (!shaken.isSuccess()) {
                    broke(shaken.cause());
                  } else if (!over) {
                    tls = handler.engine().getSession().getProtocol();
                    caller.passed(Stage.TLS, Tls.text(handler.engine().getSession()));
                    finish(channel);
                  }
                });
    channel.pipeline().context(handler).read();
  }

  private void finish(Channel channel) {
    if (over) {
      return;
    }
    end();
    attempt = null;
    caller.connected(channel, description(channel));
  }

  private String description(Channel channel) {
    StringBuilder text = new StringBuilder();
    // Behind a proxy the address of the channel is the proxy's.
    text.append(
        way.proxy().isPresent()
            ? to.hostPort()
            : NetUtil.toSocketAddressString((InetSocketAddress) channel.remoteAddress()));
    if (!tls.isEmpty()) {
      text.append(", ").append(tls);
    }
    way.proxy().ifPresent(proxy -> text.append(", through ").append(proxy));
    return text.toString();
  }

  private void late() {
    if (stage == Stage.CONNECT && !addresses.isEmpty()) {
      abandonAttempt();
      connect(new SocketTimeoutException());
    } else {
      broke(new SocketTimeoutException());
    }
  }

  private void broke(Throwable fault) {
    abandonAttempt();
    fail(fault);
  }

  private void fail(Throwable fault) {
    if (!over) {
      end();
      caller.failed(sentence(fault));
    }
  }

  private String sentence(Throwable fault) {
    if (stage == Stage.TLS && to.secure()) {
      return TlsFaults.sentence(fault, to);
    }
    if (way.proxy().isPresent()) {
      return stage == Stage.PROXY
          ? Proxies.sentence(fault, way.proxy().get(), to)
          : "the proxy cannot be reached: " + NetworkFaults.sentence(fault, next());
    }
    return NetworkFaults.sentence(fault, to);
  }

  /** Ends without calling anybody. */
  public void cancel() {
    end();
    abandonAttempt();
  }

  private void abandonAttempt() {
    Channel abandoned = attempt;
    attempt = null;
    if (abandoned != null) {
      var _ = abandoned.close();
    }
  }

  private void startDeadline(Duration time) {
    stopDeadline();
    deadline = loop.timers().after(time, this::late);
  }

  private void end() {
    over = true;
    stopDeadline();
  }

  private void stopDeadline() {
    if (deadline != null) {
      deadline.cancel();
    }
  }
}
