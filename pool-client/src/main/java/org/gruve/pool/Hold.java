package org.gruve.pool;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Stands at the end of a pipeline until whoever dialled it reads from it: a proxy or TLS may have
 * taken more bytes off the wire than were for them, and those must not be lost. Nothing reads
 * meanwhile, so it holds no more than one such rest.
 */
final class Hold extends ChannelDuplexHandler {
  private final Consumer<Throwable> fault;
  private final Deque<Object> early = new ArrayDeque<>();
  private boolean open;

  /**
   * Closed.
   *
   * @param fault hears what goes wrong before anybody reads
   */
  Hold(Consumer<Throwable> fault) {
    this.fault = fault;
  }

  boolean isEmpty() {
    return early.isEmpty();
  }

  /** Somebody behind this one wants to read: gives what came early, and is transparent then. */
  @Override
  public void read(ChannelHandlerContext context) {
    open = true;
    boolean some = !early.isEmpty();
    for (Object part = early.poll(); part != null; part = early.poll()) {
      context.fireChannelRead(part);
    }
    if (some) {
      context.fireChannelReadComplete();
    }
    context.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object part) {
    if (open) {
      context.fireChannelRead(part);
    } else {
      early.add(part);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (open) {
      context.fireChannelInactive();
    } else {
      fault.accept(new ClosedChannelException());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (open) {
      context.fireExceptionCaught(cause);
    } else {
      fault.accept(cause);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    for (Object part = early.poll(); part != null; part = early.poll()) {
      ReferenceCountUtil.release(part);
    }
  }
}
