package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gruve.core.hash.Bytes;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceEvents;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.ShareResult;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolClient;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;
import org.gruve.pool.Way;

/** The whole program but its command line, mining on a real node with real time. */
final class SoloRun implements AutoCloseable {
  private final PoolLoop loop = PoolLoop.start("solo-test");
  private final AtomicInteger accepted = new AtomicInteger();
  private final List<PoolEvent> events = new ArrayList<>();
  private final Solo solo;
  private final PoolClient client;
  private final Miner miner;

  SoloRun(NodeAddress node, String payout, Path folder, Device device) {
    solo = new Solo(payout, Bytes.of("/gruve/".getBytes(StandardCharsets.US_ASCII)), folder);
    NodeAccount account = solo.account(node, Way.DIRECT, 1);
    AtomicReference<PoolClient> door = new AtomicReference<>();
    miner =
        new Miner(
            List.of(device),
            MinerSettings.standard(),
            share -> Objects.requireNonNull(door.get()).offer(share),
            new Faults());
    PoolSettings settings =
        new PoolSettings(List.of(account), "test/1", null, false, Double.NaN, -1);
    solo.start(loop, Outside.system(), this::on);
    client = new PoolClient(settings, loop, miner, this::on);
    door.set(client);
    miner.start();
    client.start();
  }

  private synchronized void on(PoolEvent event) {
    events.add(event);
    if (event instanceof PoolEvent.ShareEnded ended
        && ended.result().outcome() == ShareResult.Outcome.ACCEPTED) {
      accepted.incrementAndGet();
    }
    notifyAll();
  }

  /** Waits until so many blocks were accepted. */
  synchronized void awaitBlocks(int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (accepted.get() < count) {
      long left = (end - System.nanoTime()) / 1_000_000;
      assertThat(left).as("%d blocks of %d; %s", accepted.get(), count, last()).isPositive();
      wait(left);
    }
  }

  private String last() {
    return events.subList(Math.max(0, events.size() - 5), events.size()).toString();
  }

  /** Stops, and tells how many blocks the node took. */
  int stop() {
    miner.close();
    client.stop(Duration.ofSeconds(10));
    solo.close();
    assertThat(solo.undelivered()).isEmpty();
    return accepted.get();
  }

  synchronized List<PoolEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public void close() {
    miner.close();
    client.close();
    solo.close();
    loop.close();
  }

  /** A device that counts right and never fails. */
  private static final class Faults implements DeviceEvents {
    @Override
    public void wrongHit(DeviceInfo device, Candidate candidate) {
      throw new AssertionError(candidate);
    }

    @Override
    public void deviceFailed(DeviceInfo device, RuntimeException cause) {
      throw new AssertionError(cause);
    }

    @Override
    public void remark(DeviceInfo device, String sentence) {}
  }

  static NodeAddress address(URI uri, Path cookie) {
    return NodeAddress.of(uri.toString(), Optional.of(cookie));
  }
}
