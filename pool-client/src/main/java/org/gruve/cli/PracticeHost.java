package org.gruve.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.gruve.pool.PoolLoop;
import org.gruve.practice.PracticeChain;
import org.gruve.practice.PracticeEvents;
import org.gruve.practice.PracticePool;

/** The practice pool with its chain and its event loop. */
record PracticeHost(PracticeChain chain, PracticePool pool, PoolLoop loop)
    implements AutoCloseable {

  /** Opens the chain of a folder; exit 1 with one sentence where it cannot be used. */
  static PracticeChain chain(Path folder) {
    try {
      return PracticeChain.open(folder);
    } catch (IOException e) {
      throw new Failure(
              ExitCode.OTHER,
              "the practice chain in " + folder + " cannot be used: " + Failure.sentence(e),
              "make the folder writable, or set XDG_DATA_HOME to another")
          .because(e);
    }
  }

  /** Serves a chain, which it then owns; exit 1 with one sentence where the address is taken. */
  static PracticeHost serve(PracticeChain chain, InetSocketAddress address, PracticeEvents events) {
    PoolLoop loop = PoolLoop.start("practice");
    try {
      return new PracticeHost(chain, PracticePool.listen(chain, address, loop, events), loop);
    } catch (IOException e) {
      chain.close();
      loop.close();
      throw new Failure(ExitCode.OTHER, Failure.sentence(e), "choose another with --listen")
          .because(e);
    }
  }

  /** Any free port of the loopback interface. */
  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void close() {
    pool.close();
    loop.close();
    chain.close();
  }
}
