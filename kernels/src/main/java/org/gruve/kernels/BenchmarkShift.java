package org.gruve.kernels;

import java.time.Duration;
import java.util.List;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** One worker's part of a stretch: batches without pause, each hit hashed again, as in mining. */
final class BenchmarkShift {
  private static final long COLD_START = 256;

  private final Searcher searcher;
  private final BenchmarkWorks works;
  private final Stretch stretch;
  private final long batchNanos;
  private final HitCheck hits = new HitCheck();
  private double perNano;
  private long size;
  private long last;

  /** A worker of which it is known how many hashes a nanosecond it does, or 0. */
  BenchmarkShift(
      Searcher searcher, BenchmarkWorks works, Stretch stretch, Duration batch, double perNano) {
    this.batchNanos = batch.toNanos();
    this.searcher = searcher;
    this.works = works;
    this.stretch = stretch;
    this.perNano = perNano;
    this.size = perNano > 0 ? (long) (perNano * batchNanos) : COLD_START;
  }

  /** Works until the stretch is over; returns what it found. */
  HitCheck run() {
    try {
      searcher.begin(works.next());
      scan();
    } catch (RuntimeException e) {
      stretch.end();
      throw e;
    }
    return hits;
  }

  private void scan() {
    last = stretch.now();
    int inFlight = 0;
    long left = stretch.left(last);
    while (left > 0 || inFlight > 0) {
      while (left > 0 && inFlight < searcher.depth()) {
        enqueue(left);
        inFlight++;
      }
      searcher.await(this::bringHome);
      inFlight--;
      left = stretch.left(last);
    }
  }

  private void enqueue(long left) {
    // The last batch is to end when the time does.
    long fits = perNano > 0 ? (long) (perNano * left) : size;
    long hashes = Math.max(1, Math.min(size, fits));
    if (searcher.enqueue(hashes) > 0) {
      return;
    }
    searcher.begin(works.next());
    if (searcher.enqueue(hashes) <= 0) {
      throw new DeviceException("the device scans nothing of a fresh work; restart it");
    }
  }

  private void bringHome(Work work, long hashes, long nanos, List<Candidate> found) {
    long now = stretch.now();
    stretch.scanned(hashes, last, now);
    perNano = (double) hashes / Math.max(1, now - last);
    size = Math.clamp((long) (perNano * batchNanos), 1, 2 * Math.max(size, 1));
    last = now;
    hits.check(found);
  }
}
