package org.gruve.core.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** A device that hashes nothing: the test says when a batch ends and what it has found. */
final class ScriptedDevice implements Device {
  final BlockingQueue<Work> begun = new LinkedBlockingQueue<>();
  final BlockingQueue<Batch> started = new LinkedBlockingQueue<>();
  final AtomicLong scanned = new AtomicLong();
  final AtomicInteger openSearchers = new AtomicInteger();
  final AtomicInteger closes = new AtomicInteger();

  private final Semaphore finished = new Semaphore(0);
  private final DeviceInfo info;
  private final int workers;
  private final int depth;
  private volatile Function<Work, List<Candidate>> hits = work -> List.of();
  private volatile boolean wholeWorks;
  private volatile boolean opensLate;
  private volatile boolean closesLate;
  private volatile CountDownLatch searcherCloses = new CountDownLatch(0);

  ScriptedDevice(String id, int workers, int depth) {
    this.info = new DeviceInfo(id, id.replaceAll(":.*", ""), "scripted", "none", "");
    this.workers = workers;
    this.depth = depth;
  }

  /** What each batch finds, or throws. */
  ScriptedDevice finds(Function<Work, List<Candidate>> found) {
    hits = found;
    return this;
  }

  /** Takes a whole work as one batch, whatever was asked for. */
  ScriptedDevice takesWholeWorks() {
    wholeWorks = true;
    return this;
  }

  /** Opens no searcher before batches may end. */
  ScriptedDevice opensLate() {
    opensLate = true;
    return this;
  }

  /** Does not close before batches may end. */
  ScriptedDevice closesLate() {
    closesLate = true;
    return this;
  }

  /** Its searchers do not close before the latch opens. */
  ScriptedDevice searchersCloseAfter(CountDownLatch latch) {
    searcherCloses = latch;
    return this;
  }

  /** Lets so many batches end. */
  ScriptedDevice finish(int batches) {
    finished.release(batches);
    return this;
  }

  /** Lets all batches end at once from now on. */
  ScriptedDevice finishAll() {
    return finish(Integer.MAX_VALUE / 4);
  }

  @Override
  public DeviceInfo info() {
    return info;
  }

  @Override
  public String kernelHash() {
    return "";
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  public Searcher searcher(int index) {
    if (opensLate) {
      finished.acquireUninterruptibly();
    }
    openSearchers.incrementAndGet();
    return new ScriptedSearcher();
  }

  @Override
  public void close() {
    if (openSearchers.get() != 0) {
      throw new IllegalStateException("closed under an open searcher");
    }
    if (closesLate) {
      finished.acquireUninterruptibly();
    }
    closes.incrementAndGet();
  }

  private final class ScriptedSearcher implements Searcher {
    private final Deque<Batch> inFlight = new ArrayDeque<>();
    private @Nullable Work work;
    private long left;

    @Override
    public int depth() {
      return depth;
    }

    @Override
    public int comfortableHits() {
      return 1 << 20;
    }

    @Override
    public void begin(Work next) {
      work = next;
      left = next.hashes();
      begun.add(next);
    }

    @Override
    public long enqueue(long hashes) {
      long count = wholeWorks ? left : Math.min(hashes, left);
      left -= count;
      if (count > 0) {
        Batch batch = new Batch(Objects.requireNonNull(work), count, 1_000_000, List.of());
        inFlight.add(batch);
        started.add(batch);
      }
      return count;
    }

    @Override
    public void await(BatchSink sink) {
      finished.acquireUninterruptibly();
      Batch batch = inFlight.remove();
      List<Candidate> found = hits.apply(batch.work());
      scanned.addAndGet(batch.hashes());
      sink.finished(batch.work(), batch.hashes(), batch.nanos(), found);
    }

    @Override
    public void close() {
      try {
        searcherCloses.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      openSearchers.decrementAndGet();
    }
  }
}
