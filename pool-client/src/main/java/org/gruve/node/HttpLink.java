package org.gruve.node;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One connection over which one request at a time is asked (RFC 9112). */
final class HttpLink extends SimpleChannelInboundHandler<HttpObject> {
  private static final int MOST_INTERIM = 8;
  private static final int FIRST_ROOM = 8192;

  /** Who asked. Exactly one of these is called, on the event loop. */
  interface Asker {
    /** The answer is complete. */
    void answered(int status, byte[] body, boolean reusable);

    /**
     * No answer comes.
     *
     * @param what goes on after the name of who is at fault
     * @param heard whether anything was heard since the request
     */
    void broke(String what, boolean heard, boolean foreign);
  }

  private final Channel channel;
  private @Nullable Asker asker;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private long mostBytes;
  private int status;
  private int interim;
  private boolean informational;
  private boolean keep;
  private boolean heard;

  HttpLink(Channel channel) {
    this.channel = channel;
    HttpDecoderConfig limits =
        new HttpDecoderConfig().setMaxInitialLineLength(4096).setMaxHeaderSize(16 * 1024);
    channel.pipeline().addLast(new HttpClientCodec(limits, false, false), this);
    channel.config().setAutoRead(true);
  }

  /** Sends a request, which it takes over. */
  void ask(FullHttpRequest request, long most, Asker whose) {
    asker = whose;
    mostBytes = most;
    body = Unpooled.buffer(FIRST_ROOM);
    status = 0;
    interim = 0;
    heard = false;
    // Where a write fails the channel closes, which is heard of in channelInactive.
    var _ = channel.writeAndFlush(request);
    if (!channel.isActive()) {
      broke("closed the connection", false);
    }
  }

  boolean isOpen() {
    return channel.isActive();
  }

  /** Ends without telling anybody. */
  void close() {
    asker = null;
    var _ = channel.close();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (asker == null) {
      // Nothing was asked, so whatever this answers, it is not ours.
      close();
      return;
    }
    if (part.decoderResult().isFailure()) {
      undecodable(part.decoderResult().cause());
      return;
    }
    heard = true;
    if (part instanceof HttpResponse response && !begins(response)) {
      return;
    }
    if (part instanceof HttpContent content) {
      goesOn(content);
    }
  }

  private void undecodable(Throwable cause) {
    if (cause instanceof PrematureChannelClosureException) {
      broke("broke off its answer", false);
    } else {
      broke("does not speak HTTP", true);
    }
  }

  private boolean begins(HttpResponse response) {
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    status = response.status().code();
    keep = HttpUtil.isKeepAlive(response);
    String encoding = response.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    if (informational && ++interim > MOST_INTERIM) {
      broke("answers nothing but interim statuses", true);
    } else if (!encoding.equalsIgnoreCase("identity")) {
      broke("compresses its answer, which was not asked for", true);
    } else if (HttpUtil.getContentLength(response, 0L) > mostBytes) {
      broke("sent more than is allowed", false);
    } else {
      return true;
    }
    return false;
  }

  private void goesOn(HttpContent content) {
    if (body.readableBytes() + (long) content.content().readableBytes() > mostBytes) {
      broke("sent more than is allowed", false);
      return;
    }
    body.writeBytes(content.content());
    if (content instanceof LastHttpContent && !informational) {
      Asker whose = asker;
      asker = null;
      byte[] bytes = new byte[body.readableBytes()];
      body.readBytes(bytes);
      body = Unpooled.EMPTY_BUFFER;
      if (whose != null) {
        whose.answered(status, bytes, keep && channel.isActive());
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    broke(heard ? "broke off its answer" : "closed the connection", false);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    boolean network = cause instanceof IOException;
    broke(network ? "cut the connection" : "does not speak HTTP (" + cause + ")", !network);
  }

  private void broke(String what, boolean foreign) {
    Asker whose = asker;
    close();
    body = Unpooled.EMPTY_BUFFER;
    if (whose != null) {
      whose.broke(what, heard, foreign);
    }
  }
}
