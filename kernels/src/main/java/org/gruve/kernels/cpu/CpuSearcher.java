package org.gruve.kernels.cpu;

import java.util.List;
import java.util.function.Supplier;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** A worker of the CPU: a batch is computed by enqueue itself, on the calling thread. */
final class CpuSearcher implements Searcher {
  /** Hits cost the CPU a small object each; this many take far less time than a batch. */
  private static final int COMFORTABLE_HITS = 4096;

  private final KernelRun kernels;
  private final Supplier<VersionCut> cuts;
  private @Nullable WorkScan scan;
  private @Nullable Work finished;
  private long hashes;
  private long nanos;
  private List<Candidate> hits = List.of();

  CpuSearcher(KernelRun kernels, Supplier<VersionCut> cuts) {
    this.kernels = kernels;
    this.cuts = cuts;
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
    scan = new WorkScan(work, cuts.get());
  }

  @Override
  public long enqueue(long wanted) {
    if (finished != null) {
      throw new IllegalStateException("the batch in flight must be awaited before the next");
    }
    if (scan == null) {
      throw new IllegalStateException("enqueue needs a work: call begin first");
    }
    long start = System.nanoTime();
    long scanned = kernels.scan(scan, wanted);
    if (scanned > 0) {
      finished = scan.work();
      hashes = scanned;
      nanos = System.nanoTime() - start;
      hits = scan.takeHits();
    }
    return scanned;
  }

  @Override
  public void await(BatchSink sink) {
    Work work = finished;
    if (work == null) {
      throw new IllegalStateException("no batch is in flight: call enqueue first");
    }
    finished = null;
    sink.finished(work, hashes, nanos, hits);
  }

  @Override
  public void close() {
    scan = null;
  }
}
