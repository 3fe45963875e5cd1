package org.gruve.pool;

import io.netty.channel.EventLoop;

/** The event loop that does the network work, and the timers that run on it. */
public record PoolLoop(EventLoop eventLoop, Timers timers) {
  /** One named daemon thread with the system's clock. */
  public static PoolLoop start(String name) {
    throw new UnsupportedOperationException();
  }
}
