package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gruve.core.block.BlockHeader;
import org.gruve.pool.ManualTimers;
import org.gruve.pool.PoolLoop;

/** A practice pool on a real loop and real sockets, with manual time, and all that it tells. */
final class PoolRig implements AutoCloseable, PracticeEvents {
  final PoolLoop system = PoolLoop.start("test-pool");
  final ManualTimers timers = new ManualTimers(system.eventLoop());
  final List<String> told = new CopyOnWriteArrayList<>();
  private final Semaphore departures = new Semaphore(0);
  final PracticeChain chain;
  final PracticePool pool;

  PoolRig() {
    this(PracticeChain.temporary());
  }

  PoolRig(PracticeChain chain) {
    this.chain = chain;
    this.pool = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  PracticePool listen(InetSocketAddress address) {
    try {
      return PracticePool.listen(chain, address, new PoolLoop(system.eventLoop(), timers), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WireClient client() throws IOException {
    return new WireClient(pool.address());
  }

  void pass(Duration time) {
    timers.advance(time);
  }

  @Override
  public void connected(String client) {
    told.add("connected");
  }

  /** Waits until the pool has noticed that one more client is gone. */
  void awaitDeparture() throws InterruptedException {
    assertThat(departures.tryAcquire(30, TimeUnit.SECONDS)).as("a client went").isTrue();
  }

  @Override
  public void disconnected(String client, String reason) {
    told.add("disconnected: " + reason);
    departures.release();
  }

  @Override
  public void share(String client, String user, String refusal) {
    told.add("share of " + user + ": " + refusal);
  }

  @Override
  public void block(int height, BlockHeader header, String user) {
    told.add("block " + height + " of " + user + ": " + header.hash());
  }

  @Override
  public void oddity(String text) {
    told.add("oddity: " + text);
  }

  @Override
  public void close() {
    pool.close();
    chain.close();
    system.close();
  }
}
