package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** A right device with a clock of its own, which needs a millisecond for a hash; or a wrong one. */
final class SlowDevice implements Device {
  private static final long NANOS_PER_HASH = 1_000_000;

  private final Device right;
  private final AtomicLong clock = new AtomicLong();
  private int everyNthIsLost;
  private int claimed = 1;
  private boolean twice;
  private boolean wrong;
  private boolean lost;
  private boolean idle;
  private LongPredicate settled = _ -> true;
  private long changes = Long.MAX_VALUE;
  private int openable = Integer.MAX_VALUE;
  private final AtomicInteger open = new AtomicInteger();

  SlowDevice(int workers) {
    right = new ReferenceDevice("slow", workers);
  }

  /** Loses every nth hit; 1 for all. */
  SlowDevice losing(int nth) {
    everyNthIsLost = nth;
    return this;
  }

  /** Claims so many times the hashes that it computes. */
  SlowDevice claiming(int times) {
    claimed = times;
    return this;
  }

  /** Tells each hit twice. */
  SlowDevice repeating() {
    twice = true;
    return this;
  }

  /** Tells other nonces than those that hit. */
  SlowDevice inventing() {
    wrong = true;
    return this;
  }

  /** Has settled on its kernel at those times, in milliseconds. */
  SlowDevice settled(LongPredicate when) {
    settled = when;
    return this;
  }

  /** Uses another kernel from a time on, in milliseconds. */
  SlowDevice changing(long at) {
    changes = at;
    return this;
  }

  /** Takes no hash of long work. */
  SlowDevice idling() {
    idle = true;
    return this;
  }

  /** Opens only so many searchers. */
  SlowDevice opening(int most) {
    openable = most;
    return this;
  }

  /** Fails at once. */
  SlowDevice failing() {
    lost = true;
    return this;
  }

  /** How many searchers are open. */
  int open() {
    return open.get();
  }

  long nanos() {
    return clock.get();
  }

  @Override
  public DeviceInfo info() {
    DeviceInfo info = right.info();
    String kernel = millis() < changes ? info.kernel() : "other";
    return new DeviceInfo(info.id(), info.backend(), info.name(), kernel, info.busId());
  }

  @Override
  public boolean isSettled() {
    return settled.test(millis());
  }

  private long millis() {
    return clock.get() / NANOS_PER_HASH;
  }

  @Override
  public String kernelHash() {
    return right.kernelHash();
  }

  @Override
  public int workers() {
    return right.workers();
  }

  @Override
  public Searcher searcher(int index) {
    if (index >= openable) {
      throw new DeviceException("no searcher is left");
    }
    open.incrementAndGet();
    return new SlowSearcher(right.searcher(index));
  }

  @Override
  public void close() {
    right.close();
  }

  private final class SlowSearcher implements Searcher {
    private final Searcher searcher;
    private boolean measured;
    private int hits;

    SlowSearcher(Searcher searcher) {
      this.searcher = searcher;
    }

    @Override
    public int depth() {
      return searcher.depth();
    }

    @Override
    public int comfortableHits() {
      return searcher.comfortableHits();
    }

    @Override
    public void begin(Work work) {
      // Only known answers have so few points: a device may well be wrong only where it is long.
      measured = work.nonces() == Work.ALL_NONCES;
      searcher.begin(work);
    }

    @Override
    public long enqueue(long hashes) {
      if (lost) {
        throw new DeviceException("the device is lost");
      }
      return idle && measured ? 0 : searcher.enqueue(hashes);
    }

    @Override
    public void await(BatchSink sink) {
      Batch batch = Batch.of(searcher);
      clock.addAndGet(batch.hashes() * NANOS_PER_HASH);
      List<Candidate> told = batch.candidates().stream().filter(_ -> isKept()).toList();
      Batch home = measured ? garbled(batch, told) : with(batch, batch.hashes(), told);
      home.tell(sink);
    }

    private Batch garbled(Batch batch, List<Candidate> told) {
      List<Candidate> garbled = new ArrayList<>(told);
      if (twice) {
        garbled.addAll(told);
      }
      if (wrong) {
        garbled.replaceAll(one -> new Candidate(one.work(), one.version(), one.nonce() ^ 1));
      }
      return with(batch, batch.hashes() * claimed, garbled);
    }

    private boolean isKept() {
      return everyNthIsLost == 0 || ++hits % everyNthIsLost != 0;
    }

    private static Batch with(Batch batch, long hashes, List<Candidate> told) {
      return new Batch(batch.work(), hashes, batch.nanos(), told);
    }

    @Override
    public void close() {
      open.decrementAndGet();
      searcher.close();
    }
  }
}
