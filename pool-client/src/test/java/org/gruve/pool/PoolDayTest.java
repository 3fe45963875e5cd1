package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gruve.core.hash.Hash256;
import org.gruve.core.mine.JobSink;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A day of pools that come and go, on manual time and real sockets. Servers and client are on one
 * loop, so a few rounds of it settle all that a step has set off.
 */
final class PoolDayTest {
  private static final long SEED = 53;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int STEPS = 8640;
  private static final int POOLS = 3;

  private final Random random = new Random(SEED);
  private final PoolLoop system = PoolLoop.start("test-day");
  private final ManualTimers timers = new ManualTimers(system.eventLoop());
  private final LoopRounds rounds = new LoopRounds(system.eventLoop());
  private final List<SessionPool> pools =
      IntStream.range(0, POOLS).mapToObj(_ -> new SessionPool(system)).toList();
  private final boolean[] away = new boolean[POOLS];
  private final boolean[] muted = new boolean[POOLS];
  private final Watch watch = new Watch();
  private final Set<Hash256> offered = new HashSet<>();
  private int mined;

  PoolDayTest() throws IOException {}

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void leavesNothingBehind(Strategy strategy) throws Exception {
    Set<String> threads = threads();
    PoolLoop loop = new PoolLoop(system.eventLoop(), timers);
    Outside outside = new Outside(new Random(SEED), new AtOnce());
    try (PoolClient client = new PoolClient(settings(strategy), loop, watch, watch, outside)) {
      client.start();
      for (int step = 0; step < STEPS; step++) {
        live(step, client);
      }
      assertThat(watch.sessionsAlive()).isLessThanOrEqualTo(3 * POOLS);
      assertThat(threads).containsAll(threads());
    }
    settle();
    assertThat(timers.pending()).as("deadlines left").isZero();
    assertThat(pools).allMatch(pool -> pool.open() == 0);
    assertThat(watch.ended).as("seed %d", SEED).isEqualTo(offered);
    assertThat(watch.endedTwice).isZero();
    assertThat(pools.stream().mapToInt(SessionPool::connections).sum()).isGreaterThan(60);
    assertThat(mined).as("steps with a job").isGreaterThan(STEPS * 9 / 10);
    rounds.close();
    pools.forEach(SessionPool::close);
    system.close();
  }

  private void live(int step, PoolClient client) throws IOException {
    for (int pool = 0; pool < POOLS; pool++) {
      comeOrGo(pool);
      if (step % 6 == 0 && !away[pool]) {
        pools.get(pool).jobs("j" + step, random.nextBoolean());
      }
    }
    timers.advance(STEP);
    settle();
    Job job = watch.job;
    if (job != null) {
      mined++;
      Share share = Shares.of(job, 1000 * step);
      offered.add(share.hash());
      client.offer(share);
    }
    assertThat(timers.pending()).as("deadlines at step %d, seed %d", step, SEED).isLessThan(40);
  }

  private void comeOrGo(int number) {
    SessionPool pool = pools.get(number);
    if (away[number] || muted[number]) {
      if (random.nextInt(40) == 0) {
        comeBack(number, pool);
      }
    } else if (random.nextInt(150) == 0) {
      switch (random.nextInt(3)) {
        case 0 -> {
          pool.down();
          away[number] = true;
        }
        case 1 -> {
          pool.mute(true);
          muted[number] = true;
        }
        default -> {
          if (pool.connections() > 0) {
            pool.cut();
          }
        }
      }
    }
  }

  private void comeBack(int number, SessionPool pool) {
    pool.resuming(random.nextBoolean());
    pool.mute(false);
    if (away[number]) {
      pool.up();
    }
    away[number] = false;
    muted[number] = false;
  }

  private void settle() throws IOException {
    rounds.pass(16);
  }

  private PoolSettings settings(Strategy strategy) {
    return new PoolSettings(
        pools.stream().<Account>map(pool -> pool.account("me")).toList(),
        strategy,
        "test/1",
        null,
        false,
        Double.NaN,
        -1,
        List.of(),
        Optional.empty());
  }

  /** Names of platform threads that a client could have made. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.matches("(ForkJoinPool|VirtualThread|process reaper|junit).*"))
        .collect(Collectors.toSet());
  }

  /** Answers on the loop, since no other thread can be waited for by rounds of it. */
  private static final class AtOnce implements Names {
    @Override
    public InetAddress[] lookup(String host) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public void find(
        String host,
        Executor loop,
        Consumer<List<InetAddress>> found,
        Consumer<UnknownHostException> unknown) {
      loop.execute(() -> found.accept(List.of(lookup(host))));
    }
  }

  /** The workers and the listener: keeps counts, and sessions only as long as others do. */
  private static final class Watch implements JobSink, PoolEvents {
    private final ReferenceQueue<JobOrigin> gone = new ReferenceQueue<>();
    private final List<WeakReference<JobOrigin>> sessions = new ArrayList<>();
    private final Set<Hash256> ended = new HashSet<>();
    private volatile @Nullable Job job;
    private int endedTwice;

    @Override
    public void assign(Job newJob) {
      job = newJob;
      if (sessions.stream().noneMatch(one -> one.refersTo(newJob.origin()))) {
        sessions.add(new WeakReference<>(newJob.origin(), gone));
      }
    }

    @Override
    public void park() {
      job = null;
    }

    @Override
    public void on(PoolEvent event) {
      if (event instanceof PoolEvent.ShareEnded(_, var result)
          && !ended.add(result.share().hash())) {
        endedTwice++;
      }
    }

    /** Sessions that something still holds, after as much collecting as it takes. */
    long sessionsAlive() throws InterruptedException {
      for (int round = 0; round < 50 && alive() > POOLS; round++) {
        System.gc();
        while (gone.remove(20) != null) {
          // Counted by what is left.
        }
      }
      return alive();
    }

    private long alive() {
      return sessions.stream().filter(one -> !one.refersTo(null)).count();
    }
  }
}
