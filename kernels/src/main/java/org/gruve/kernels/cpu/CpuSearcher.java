package org.gruve.kernels.cpu;

import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** A worker of the CPU: a batch is computed by enqueue itself, on the calling thread. */
final class CpuSearcher implements Searcher {
  /** Hits cost the CPU a small object each; this many take far less time than a batch. */
  private static final int COMFORTABLE_HITS = 4096;

  private final KernelRun kernels;
  private final VersionCut cut;
  private @Nullable WorkScan scan;
  private @Nullable Batch finished;

  CpuSearcher(KernelRun kernels, VersionCut cut) {
    this.kernels = kernels;
    this.cut = cut;
  }

  @Override
  public int depth() {
    return 1;
  }

  @Override
  public int comfortableHits() {
    return COMFORTABLE_HITS;
  }

  @Override
  public void begin(Work work) {
    scan = new WorkScan(work, cut);
  }

  @Override
  public long enqueue(long hashes) {
    if (finished != null) {
      throw new IllegalStateException("the batch in flight must be awaited before the next");
    }
    if (scan == null) {
      throw new IllegalStateException("enqueue needs a work: call begin first");
    }
    long start = System.nanoTime();
    long scanned = kernels.scan(scan, hashes);
    if (scanned > 0) {
      finished = new Batch(scan.work(), scanned, System.nanoTime() - start, scan.takeHits());
    }
    return scanned;
  }

  @Override
  public Batch await() {
    Batch batch = finished;
    if (batch == null) {
      throw new IllegalStateException("no batch is in flight: call enqueue first");
    }
    finished = null;
    return batch;
  }

  @Override
  public void close() {
    scan = null;
  }
}
