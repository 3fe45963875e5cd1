package org.gruve.kernels;

import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Work;

/** Runs a searcher in batches that grow until each takes as long as in mining. */
final class Pace {
  private static final long BATCH_NANOS = 20_000_000L;

  private final Searcher searcher;
  private long batch = 256;
  private long hashes;

  Pace(Searcher searcher, Work work) {
    this.searcher = searcher;
    searcher.begin(work);
  }

  /** Scans for about so long; returns hashes per second. */
  double run(long nanos) {
    long start = System.nanoTime();
    long now = start;
    hashes = 0;
    for (int inFlight = 0; now - start < nanos || inFlight > 0; now = System.nanoTime()) {
      while (inFlight < searcher.depth() && now - start < nanos) {
        searcher.enqueue(batch);
        inFlight++;
      }
      searcher.await((_, scanned, took, _) -> count(scanned, took));
      inFlight--;
    }
    return hashes * 1e9 / (now - start);
  }

  private void count(long scanned, long nanos) {
    hashes += scanned;
    batch = nanos < BATCH_NANOS / 2 ? batch * 2 : batch;
  }
}
