package org.gruve.node;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.gruve.pool.Aside;
import org.gruve.pool.Dial;
import org.gruve.pool.Timers;
import org.jspecify.annotations.Nullable;

/**
 * One call from its request to its reply. What is slow is done aside: the cookie is read, the
 * request written and the reply read there. Confined to the event loop.
 */
final class RpcCall<R> implements NodeRpc.Call, HttpLink.Asker, Dial.Caller {
  /** Turns what came into a reply; called aside. */
  @FunctionalInterface
  interface Reading<R> {
    R read(HttpReply reply);
  }

  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Prepared(byte[] body, Optional<String> authorization) {}

  private final NodeRpc rpc;
  private final NodeAddress address;
  private final RpcRequest request;
  private final long mostBytes;
  private final Reading<R> reading;
  private final Consumer<R> taker;
  private Timers.@Nullable Scheduled deadline;
  private @Nullable Prepared prepared;
  private @Nullable Dial dial;
  private @Nullable HttpLink link;
  private boolean reused;
  private boolean authorizedAgain;
  private boolean sent;
  private boolean over;

  RpcCall(NodeRpc rpc, RpcRequest request, long mostBytes, Reading<R> reading, Consumer<R> taker) {
    this.rpc = rpc;
    this.address = rpc.address();
    this.request = request;
    this.mostBytes = mostBytes;
    this.reading = reading;
    this.taker = taker;
  }

  void start(@Nullable Duration patience) {
    if (patience != null) {
      deadline = rpc.loop().timers().after(patience, () -> late(patience));
    }
    prepare();
  }

  private void prepare() {
    Aside.run(
        "node-call",
        rpc.loop().eventLoop(),
        () -> new Prepared(request.bytes(), address.authorization()),
        this::prepared,
        e -> fail(e instanceof IllegalArgumentException ? reason(e) : e.toString(), false));
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private void prepared(Prepared now) {
    if (over) {
      return;
    }
    Prepared before = prepared;
    prepared = now;
    if (before != null && before.authorization().equals(now.authorization())) {
      // The cookie is the one that was refused.
      finish(new HttpReply.Answer(401, new byte[0]));
      return;
    }
    HttpLink idle = rpc.idle();
    reused = idle != null;
    if (idle == null) {
      connect();
    } else {
      ask(idle, now);
    }
  }

  private void connect() {
    dial = new Dial(address.endpoint(), rpc.way(), rpc.loop(), this);
    dial.start(rpc.names());
  }

  @Override
  public void connected(Channel channel, String description) {
    dial = null;
    if (prepared != null) {
      ask(new HttpLink(channel), prepared);
    }
  }

  @Override
  public void failed(String reason) {
    boolean closed =
        dial != null && dial.stage() == Dial.Stage.CONNECT && rpc.way().proxy().isEmpty();
    String advice = closed ? "; is it running, with server=1?" : "";
    fail("the node at " + address + " cannot be reached: " + reason + advice, false);
  }

  private void ask(HttpLink to, Prepared what) {
    link = to;
    sent = true;
    to.ask(http(what), mostBytes, this);
  }

  private FullHttpRequest http(Prepared what) {
    FullHttpRequest http =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            address.url().getRawPath(),
            Unpooled.wrappedBuffer(what.body()));
    http.headers()
        .set(HttpHeaderNames.HOST, address.endpoint().hostPort())
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, what.body().length);
    what.authorization().ifPresent(w -> http.headers().set(HttpHeaderNames.AUTHORIZATION, w));
    return http;
  }

  @Override
  public void answered(int status, byte[] body, boolean reusable) {
    HttpLink used = link;
    link = null;
    if (used != null && reusable) {
      rpc.keep(used);
    } else if (used != null) {
      used.close();
    }
    if (status == 401 && address.cookie().isPresent() && !authorizedAgain) {
      authorizedAgain = true;
      prepare();
    } else {
      finish(new HttpReply.Answer(status, body));
    }
  }

  @Override
  public void broke(String what, boolean heard, boolean foreign) {
    link = null;
    if (reused && !heard) {
      // A node closes idle connections when it likes; that must not cost a call.
      reused = false;
      connect();
      return;
    }
    fail("the node at " + address + " " + what + " (" + request.method() + ")", foreign);
  }

  private void late(Duration patience) {
    String within = patience.toSeconds() + " s";
    fail(
        "the node at "
            + address
            + " did not answer within "
            + within
            + " ("
            + request.method()
            + ")",
        false);
  }

  private void fail(String sentence, boolean foreign) {
    finish(new HttpReply.Fault(sentence, sent, foreign));
  }

  private void finish(HttpReply reply) {
    if (over) {
      return;
    }
    stop();
    Aside.run(
        "node-reply",
        rpc.loop().eventLoop(),
        () -> reading.read(reply),
        this::deliver,
        e -> deliver(reading.read(new HttpReply.Fault(e.toString(), sent, true))));
  }

  private void deliver(R reply) {
    if (rpc.ended(this)) {
      taker.accept(reply);
    }
  }

  /** Also where the answer is being read already. */
  @Override
  public void cancel() {
    stop();
    var _ = rpc.ended(this);
  }

  private void stop() {
    over = true;
    if (deadline != null) {
      deadline.cancel();
    }
    if (dial != null) {
      dial.cancel();
    }
    if (link != null) {
      link.close();
    }
  }
}
