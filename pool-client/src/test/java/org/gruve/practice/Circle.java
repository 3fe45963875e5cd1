package org.gruve.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceEvents;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Ledger;
import org.gruve.core.mine.Miner;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.CpuKernels;
import org.gruve.pool.PoolAccount;
import org.gruve.pool.PoolClient;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.PoolSettings;
import org.gruve.pool.PoolUrl;

/**
 * Everything that runs in {@code mine --practice}, on real sockets with a tap between, and in real
 * time unless a pool's loop with another one is given.
 */
final class Circle implements AutoCloseable, DeviceEvents, PracticeEvents {
  final PracticeChain chain;
  final BlockingQueue<PoolEvent> heard = new LinkedBlockingQueue<>();
  final BlockingQueue<String> atThePool = new LinkedBlockingQueue<>();
  final BlockingQueue<String> faults = new LinkedBlockingQueue<>();
  final Queue<Share> offered = new ConcurrentLinkedQueue<>();
  final Ledger ledger = new Ledger();
  final Wiretap wire;
  private final List<PoolEvent> past = new ArrayList<>();
  private final BlockingQueue<Share> held = new LinkedBlockingQueue<>();
  private final PoolLoop poolLoop;
  private final PoolLoop clientLoop = PoolLoop.start("pool-client");
  private final Miner miner;
  private final PoolClient client;
  private final AtomicInteger ended = new AtomicInteger();
  private boolean holding;
  private int passed;
  private boolean hungUp;
  PracticePool pool;

  Circle(PracticeChain chain) throws IOException {
    this(chain, processor());
  }

  Circle(PracticeChain chain, Device device) throws IOException {
    this(chain, device, PoolLoop.start("practice-pool"));
  }

  Circle(PracticeChain chain, Device device, PoolLoop poolLoop) throws IOException {
    this.chain = chain;
    this.poolLoop = poolLoop;
    pool = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    wire = new Wiretap(pool.address());
    PoolUrl url = new PoolUrl("127.0.0.1", wire.port());
    PoolSettings settings =
        new PoolSettings(
            List.of(new PoolAccount(url, "me", "x")), "gruve/test", null, false, Double.NaN, 5);
    miner = new Miner(List.of(device), MinerSettings.standard(), this::offer, this);
    client = new PoolClient(settings, clientLoop, miner, this::hear);
    miner.start();
    client.start();
  }

  /** One thread and the kernel that needs no warming up, so that all machines do the same. */
  private static Device processor() {
    return CpuDevice.with(CpuKernels.all().getLast(), 1);
  }

  private void hear(PoolEvent event) {
    if (event instanceof PoolEvent.ShareEnded(var _, ShareResult result)) {
      ledger.record(result);
      ended.incrementAndGet();
    }
    heard.add(event);
  }

  private synchronized void offer(Share share) {
    offered.add(share);
    if (holding) {
      held.add(share);
    } else {
      pass(share);
    }
  }

  private void pass(Share share) {
    passed++;
    client.offer(share);
  }

  /** Keeps shares between the miner and the client, until so many of them are there. */
  List<Share> hold(int shares) throws InterruptedException {
    beginHolding();
    List<Share> kept = new ArrayList<>();
    while (kept.size() < shares) {
      kept.add(nextHeld());
    }
    return kept;
  }

  /**
   * Keeps shares likewise, until one is there that is like this and that the pool would take now:
   * no block is on its way, and its own is the chain's next. It is the first of those returned.
   */
  List<Share> holdGood(Predicate<Share> wanted) throws InterruptedException {
    int sent = beginHolding();
    List<Share> kept = new ArrayList<>();
    while (true) {
      Share share = nextHeld();
      if (ended.get() == sent && isOnTip(share) && wanted.test(share)) {
        kept.addFirst(share);
        return kept;
      }
      kept.add(share);
    }
  }

  private boolean isOnTip(Share share) {
    Hash256 tip = chain.header(chain.height()).hash();
    return share.header().prevHash().equals(tip);
  }

  private synchronized int beginHolding() {
    holding = true;
    return passed;
  }

  private Share nextHeld() throws InterruptedException {
    Share share = held.poll(120, TimeUnit.SECONDS);
    if (share == null) {
      throw new AssertionError("no share was found");
    }
    return share;
  }

  /** Lets shares pass again, after those that were held. */
  synchronized void release(List<Share> kept) {
    kept.forEach(this::pass);
    holding = false;
    for (Share share = held.poll(); share != null; share = held.poll()) {
      pass(share);
    }
  }

  /** The pool dies with all that it has not said yet. */
  void killPool() {
    hungUp = true;
    pool.close();
  }

  /** The pool hangs up on its clients. */
  void dropConnections() {
    hungUp = true;
    pool.dropConnections();
  }

  /** The most shares that a pool which hung up may have taken without saying so. */
  long lostYeses() {
    return hungUp ? ledger.totals().unanswered() : 0;
  }

  PracticePool listen(InetSocketAddress address) throws IOException {
    return PracticePool.listen(chain, address, poolLoop, this);
  }

  /** Waits for the next event of the client that is like this. */
  PoolEvent await(Predicate<PoolEvent> wanted) throws InterruptedException {
    while (true) {
      PoolEvent event = heard.poll(120, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("nothing more came after " + past);
      }
      past.add(event);
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  /** Waits for so many more accepted shares that are like this. */
  void awaitAccepted(int shares, Predicate<Share> wanted) throws InterruptedException {
    for (int i = 0; i < shares; i++) {
      await(event -> isAccepted(event, wanted));
    }
  }

  void awaitAccepted(int shares) throws InterruptedException {
    awaitAccepted(shares, _ -> true);
  }

  private static boolean isAccepted(PoolEvent event, Predicate<Share> wanted) {
    return event instanceof PoolEvent.ShareEnded(var _, ShareResult result)
        && result.outcome() == Outcome.ACCEPTED
        && wanted.test(result.share());
  }

  /** How one share ended; to be asked after {@link #stop}. */
  ShareResult resultOf(Share share) {
    return results().stream()
        .filter(result -> result.share().equals(share))
        .findAny()
        .orElseThrow(() -> new AssertionError("a share has not ended"));
  }

  /** How all shares ended. */
  List<ShareResult> results() {
    return past.stream()
        .filter(PoolEvent.ShareEnded.class::isInstance)
        .map(event -> ((PoolEvent.ShareEnded) event).result())
        .toList();
  }

  /** Ends mining and waits for the answers. */
  void stop() {
    miner.close();
    client.stop(Duration.ofSeconds(30));
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
  public void remark(DeviceInfo device, String sentence) {
    // A busy machine may make kernels slow.
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
    wire.close();
    pool.close();
    chain.close();
    clientLoop.close();
    poolLoop.close();
  }
}
