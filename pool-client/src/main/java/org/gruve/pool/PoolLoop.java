package org.gruve.pool;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/** The event loop that does the network work, and the timers that run on it. */
public record PoolLoop(EventLoop eventLoop, Timers timers) implements AutoCloseable {
  /** One named daemon thread with the system's clock. */
  public static PoolLoop start(String name) {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, Thread.ofPlatform().daemon().name(name).factory(), NioIoHandler.newFactory());
    EventLoop eventLoop = group.next();
    return new PoolLoop(eventLoop, new EventLoopTimers(eventLoop));
  }

  /** Ends the thread soon, with every connection that is still on it; does not wait for it. */
  @Override
  public void close() {
    // A loop of its own ends with its group; null only for embedded loops, which have no group.
    if (eventLoop.parent() != null) {
      var _ = eventLoop.parent().shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }
}
