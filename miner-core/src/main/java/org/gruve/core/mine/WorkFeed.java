package org.gruve.core.mine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gruve.core.work.Work;
import org.gruve.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns what stands at the door into batches on one searcher: work after work, each ended by a new
 * generation, by its age, or by being used up. Confined to its worker's thread.
 */
final class WorkFeed {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Door door;
  private final BooleanSupplier paused;
  private final Searcher searcher;
  private final BatchSizer sizer;
  private final MinerSettings settings;
  private Assignment assignment;
  private @Nullable Work work;
  private HitDensity density = new HitDensity(1, 1);
  private long workSince;
  private long askedSeconds;
  private boolean heldBack;

  /**
   * A feed for one searcher.
   *
   * @param paused whether its device is to rest; who changes that wakes the door
   */
  WorkFeed(
      Door door,
      BooleanSupplier paused,
      Searcher searcher,
      BatchSizer sizer,
      MinerSettings settings) {
    this.door = door;
    this.paused = paused;
    this.searcher = searcher;
    this.sizer = sizer;
    this.settings = settings;
    this.assignment = door.current();
  }

  /** Starts one batch, if there is anything to scan and the device need not rest. */
  boolean startBatch() {
    long now = settings.nanoClock().getAsLong();
    dropOutdated(now);
    heldBack = paused.getAsBoolean();
    if (heldBack) {
      return false;
    }
    if (work != null && enqueue() > 0) {
      return true;
    }
    work = nextWork(now);
    if (work == null) {
      return false;
    }
    if (enqueue() <= 0) {
      throw new DeviceException("the device scans nothing of a fresh work; restart it");
    }
    return true;
  }

  /** Whether the miner is closed, as far as the last {@link #startBatch} saw. */
  boolean ended() {
    return assignment.end();
  }

  /**
   * Sleeps until the last {@link #startBatch} could have another answer: at the next generation; or
   * where the source is used up, when its job is another whole second old; or when the device need
   * rest no more.
   */
  void awaitWork() {
    if (heldBack) {
      door.awaitChange(assignment.generation(), paused);
      return;
    }
    if (assignment.source() == null) {
      door.awaitChange(assignment.generation());
      return;
    }
    long nextSecond = (askedSeconds + 1) * SECOND;
    door.awaitChange(assignment.generation(), assignment.sinceNanos() + nextSecond);
  }

  private void dropOutdated(long now) {
    Assignment standing = door.current();
    boolean outdated = standing.generation() != assignment.generation();
    if (outdated || now - workSince >= settings.workLife().toNanos()) {
      work = null;
    }
    assignment = standing;
  }

  private @Nullable Work nextWork(long now) {
    WorkSource source = assignment.source();
    if (source == null) {
      return null;
    }
    askedSeconds = Math.max(0, now - assignment.sinceNanos()) / SECOND;
    Optional<Work> next = source.next(askedSeconds);
    workSince = now;
    next.ifPresent(this::begin);
    return next.orElse(null);
  }

  private void begin(Work next) {
    density = HitDensity.of(next.job());
    searcher.begin(next);
  }

  private long enqueue() {
    return searcher.enqueue(sizer.next(density, searcher.comfortableHits()));
  }
}
