package org.gruve.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolUrl;
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
      throw new Failure(ExitCode.OTHER, Failure.sentence(e)).because(e);
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
      throw new Failure(ExitCode.OTHER, Failure.sentence(e)).because(e);
    }
  }

  /** Any free port of the loopback interface. */
  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** How to mine here. */
  PoolAccount account(String user) {
    InetSocketAddress address = pool.address();
    PoolUrl url = new PoolUrl(address.getAddress().getHostAddress(), address.getPort());
    return new PoolAccount(url, user, "x");
  }

  /** All blocks from genesis on, serialised; read on the thread that the chain belongs to. */
  List<byte[]> blocks() {
    return loop.eventLoop()
        .submit(() -> IntStream.rangeClosed(0, chain.height()).mapToObj(chain::block).toList())
        .syncUninterruptibly()
        .getNow();
  }

  @Override
  public void close() {
    pool.close();
    loop.close();
    chain.close();
  }
}
