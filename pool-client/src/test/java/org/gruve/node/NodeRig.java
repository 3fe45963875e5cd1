package org.gruve.node;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.pool.ManualTimers;
import org.gruve.pool.Names;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;
import org.gruve.pool.Site;
import org.gruve.pool.Upstream;
import org.gruve.pool.Way;

/** Upstreams to nodes on a real loop and real sockets, with manual time, and all that they tell. */
final class NodeRig implements AutoCloseable {
  static final long SEED = 91;

  /** A regtest address; the script is P2WPKH. */
  static final Bytes SCRIPT = Bytes.ofHex("0014" + "01".repeat(20));

  static final String PAYOUT = Address.of(SCRIPT).orElseThrow().text(AddressFormat.REGTEST);

  final PoolLoop system = PoolLoop.start("test-loop");
  final ManualTimers timers = new ManualTimers(system.eventLoop());
  final PoolLoop loop = new PoolLoop(system.eventLoop(), timers);
  final Outside outside;
  final OwnerLog log = new OwnerLog();
  final Solo solo;
  private final PoolSettings settings;
  final List<NodeAccount> accounts = new ArrayList<>();
  final List<Upstream> upstreams = new ArrayList<>();

  private NodeRig(Path folder, String payout, Names names, List<NodeAddress> nodes) {
    outside = new Outside(new Random(SEED), names);
    solo = new Solo(payout, Bytes.of("/test/".getBytes(StandardCharsets.US_ASCII)), folder);
    for (NodeAddress node : nodes) {
      accounts.add(solo.account(node, Way.DIRECT, 1));
    }
    solo.start(loop, outside, log);
    settings = new PoolSettings(accounts, "test/1", null, false, Double.NaN, -1);
    for (NodeAccount account : accounts) {
      open(account);
    }
  }

  private void open(NodeAccount account) {
    onLoop(() -> upstreams.add(account.open(new Site(loop, outside, settings, log))));
  }

  /** Another group of devices that mines on the first node. */
  void engageAnother() {
    open(accounts.getFirst());
    onLoop(upstreams.getLast()::engage);
  }

  /** Mines on the first of these; all get blocks. */
  static NodeRig engaged(Path folder, NodeAddress... nodes) {
    return engaged(folder, PAYOUT, InetAddress::getAllByName, nodes);
  }

  static NodeRig engaged(Path folder, String payout, Names names, NodeAddress... nodes) {
    NodeRig rig = new NodeRig(folder, payout, names, List.of(nodes));
    rig.onLoop(rig.upstream()::engage);
    return rig;
  }

  /** Mines nowhere. */
  static NodeRig idle(Path folder, NodeAddress... nodes) {
    return new NodeRig(folder, PAYOUT, InetAddress::getAllByName, List.of(nodes));
  }

  Upstream upstream() {
    return upstreams.getFirst();
  }

  /** Offers a block of a job. */
  Share submit(Job job, int firstNonce) {
    Share share = BlockShare.of(job, firstNonce);
    onLoop(() -> upstream().submit(share));
    return share;
  }

  /** Offers a block of a job and waits for how it ends. */
  ShareResult resultOf(Job job) {
    submit(job, 0);
    return log.result();
  }

  /** Waits for the next failure, and lets the pause after it pass. */
  OwnerLog.Failed passFailure() {
    OwnerLog.Failed failed = log.await(OwnerLog.Failed.class);
    timers.advance(failed.retryIn());
    return failed;
  }

  void advance(Duration time) {
    timers.advance(time);
  }

  /** Lets time pass step by step, where nothing tells of what is waited for. */
  void advanceUntil(BooleanSupplier reached, Duration step) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never reached; " + log);
      }
      timers.advance(step);
      giveWay(reached);
    }
  }

  /** Waits for what another thread writes. */
  void awaitFile(Path file) {
    advanceUntil(() -> Files.exists(file), Duration.ZERO);
  }

  /** What was sent in a step has milliseconds to arrive, so that no deadline comes before it. */
  private static void giveWay(BooleanSupplier reached) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    while (!reached.getAsBoolean() && System.nanoTime() - end < 0) {
      Thread.yield();
    }
  }

  void onLoop(Runnable task) {
    system.eventLoop().submit(task).syncUninterruptibly();
  }

  @Override
  public void close() {
    onLoop(() -> upstreams.forEach(Upstream::close));
    solo.close();
    system.close();
  }
}
