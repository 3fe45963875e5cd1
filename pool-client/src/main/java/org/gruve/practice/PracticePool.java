package org.gruve.practice;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.gruve.pool.PoolLoop;

/** A small but real Stratum V1 pool over the practice network, on its own event loop. */
public final class PracticePool implements AutoCloseable {

  /** Binds and serves; IOException's message is one sentence when the address is taken. */
  public static PracticePool listen(
      PracticeChain chain, InetSocketAddress address, PoolLoop loop, PracticeEvents events)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    throw new UnsupportedOperationException();
  }

  /** Closes the server and its connections; the chain stays open. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
