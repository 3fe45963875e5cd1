package org.gruve.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.mine.DeviceEvents;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;
import org.gruve.kernels.Devices;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolClient;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;
import org.gruve.pool.PoolUrl;

/** Everything that runs in {@code mine --practice}, on real sockets and in real time. */
final class Circle implements AutoCloseable, DeviceEvents, PracticeEvents {
  final PracticeChain chain;
  final BlockingQueue<PoolEvent> heard = new LinkedBlockingQueue<>();
  final BlockingQueue<String> atThePool = new LinkedBlockingQueue<>();
  final BlockingQueue<String> faults = new LinkedBlockingQueue<>();
  private final PoolLoop poolLoop = PoolLoop.start("practice-pool");
  private final PoolLoop clientLoop = PoolLoop.start("pool-client");
  private final Miner miner;
  private final PoolClient client;
  PracticePool pool;

  Circle(PracticeChain chain) throws IOException {
    this.chain = chain;
    pool = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    InetSocketAddress at = pool.address();
    PoolUrl url = new PoolUrl(at.getAddress().getHostAddress(), at.getPort());
    PoolSettings settings =
        new PoolSettings(
            List.of(new PoolAccount(url, "me", "x")), "gruve/test", null, false, Double.NaN, 5);
    miner =
        new Miner(
            List.of(Devices.matching("cpu").getFirst().open(1)),
            MinerSettings.standard(),
            this::offer,
            this);
    client = new PoolClient(settings, clientLoop, miner, heard::add);
    miner.start();
    client.start();
  }

  private void offer(Share share) {
    client.offer(share);
  }

  PracticePool listen(InetSocketAddress address) throws IOException {
    return PracticePool.listen(chain, address, poolLoop, this);
  }

  /** Waits for an event of the client; those on the way are kept in {@code past}. */
  void await(List<PoolEvent> past, Predicate<PoolEvent> wanted) throws InterruptedException {
    while (true) {
      PoolEvent event = heard.poll(60, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("nothing more came after " + past);
      }
      past.add(event);
      if (wanted.test(event)) {
        return;
      }
    }
  }

  /** Ends mining and waits for the answers. */
  void stop(List<PoolEvent> past) {
    miner.close();
    client.stop(Duration.ofSeconds(10));
    heard.drainTo(past);
  }

  @Override
  public void wrongHit(DeviceInfo device, Candidate candidate) {
    faults.add("wrong hit of " + device.id());
  }

  @Override
  public void deviceFailed(DeviceInfo device, RuntimeException cause) {
    faults.add("device failed: " + cause);
  }

  @Override
  public void connected(String name) {}

  @Override
  public void disconnected(String name, String reason) {}

  @Override
  public void share(String name, String user, String refusal) {
    atThePool.add(refusal);
  }

  @Override
  public void block(int height, BlockHeader header, String user) {}

  @Override
  public void oddity(String text) {
    faults.add(text);
  }

  @Override
  public void close() {
    miner.close();
    client.close();
    pool.close();
    chain.close();
    clientLoop.close();
    poolLoop.close();
  }
}
