package org.gruve.kernels;

import java.util.function.BooleanSupplier;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Work;

/** Runs a searcher in batches that grow until each takes as long as in mining. */
final class Pace {
  private static final long BATCH_NANOS = 20_000_000L;

  private final Searcher searcher;
  private final BooleanSupplier stopping;
  private long batch = 256;
  private long hashes;

  Pace(Searcher searcher, Work work, BooleanSupplier stopping) {
    this.searcher = searcher;
    this.stopping = stopping;
    searcher.begin(work);
  }

  /** Scans for about so long, or until it is to stop; returns hashes per second. */
  double run(long nanos) {
    long start = System.nanoTime();
    long now = start;
    hashes = 0;
    int inFlight = 0;
    boolean more = !stopping.getAsBoolean();
    while (more || inFlight > 0) {
      while (more && inFlight < searcher.depth()) {
        searcher.enqueue(batch);
        inFlight++;
      }
      searcher.await((_, scanned, took, _) -> count(scanned, took));
      inFlight--;
      now = System.nanoTime();
      more = now - start < nanos && !stopping.getAsBoolean();
    }
    return hashes * 1e9 / Math.max(1, now - start);
  }

  private void count(long scanned, long nanos) {
    hashes += scanned;
    batch = nanos < BATCH_NANOS / 2 ? batch * 2 : batch;
  }
}
