package org.gruve.pool;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;

/** A pool client on a real loop and real sockets, with manual time, and all that it tells. */
final class Rig implements AutoCloseable {
  static final long SEED = 47;

  final PoolLoop system = PoolLoop.start("test-loop");
  final ManualTimers timers = new ManualTimers(system.eventLoop());
  final Recorder events = new Recorder();
  final Workers workers = new Workers();
  final PoolClient client;

  private Rig(PoolSettings settings, Names names) {
    PoolLoop loop = new PoolLoop(system.eventLoop(), timers);
    client = new PoolClient(settings, loop, workers, events, new Outside(new Random(SEED), names));
  }

  static Rig started(int retries, PoolAccount... accounts) {
    return started(retries, InetAddress::getAllByName, accounts);
  }

  static Rig started(int retries, Names names, PoolAccount... accounts) {
    PoolSettings settings =
        new PoolSettings(List.of(accounts), "test/1", null, false, Double.NaN, retries);
    return started(settings, names);
  }

  /** Asks for the difficulty that fits a rate. */
  static Rig suggesting(double rate, PoolAccount account) {
    return started(
        new PoolSettings(List.of(account), "test/1", null, true, rate, 0),
        InetAddress::getAllByName);
  }

  private static Rig started(PoolSettings settings, Names names) {
    Rig rig = new Rig(settings, names);
    rig.client.start();
    return rig;
  }

  /** Waits for a job with this id and returns it. */
  Job job(String id) {
    return events.await(PoolEvent.NewJob.class, event -> event.job().id().equals(id)).job();
  }

  /** Offers a share and waits for how it ends. */
  ShareResult resultOf(Share share) {
    client.offer(share);
    return ended(share);
  }

  /** Waits for how a share ends. */
  ShareResult ended(Share share) {
    return events
        .await(PoolEvent.ShareEnded.class, event -> event.result().share().equals(share))
        .result();
  }

  /** Waits for the next loss, and lets the pause after it pass. */
  PoolEvent.Lost passLoss() {
    PoolEvent.Lost lost = events.await(PoolEvent.Lost.class);
    timers.advance(lost.retryIn());
    return lost;
  }

  /** Every share has ended at most once. */
  boolean noneEndedTwice() {
    List<Share> shares =
        events.all(PoolEvent.ShareEnded.class).stream().map(e -> e.result().share()).toList();
    return shares.stream().distinct().count() == shares.size();
  }

  void advance(Duration time) {
    timers.advance(time);
  }

  @Override
  public void close() {
    client.close();
    system.close();
  }
}
