package org.gruve.kernels.gpu;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.kernels.header.TopWord;
import org.jspecify.annotations.Nullable;

/** A queue and the scan that is under way in it. */
final class Lane implements AutoCloseable {
  private final GpuQueue queue;
  private final int[] found = new int[GpuQueue.FOUND_WORDS];
  private @Nullable VersionBlock held;
  private @Nullable Scan scan;

  Lane(GpuQueue queue) {
    this.queue = queue;
  }

  void start(Scan next) {
    TopWord test = TopWord.of(next.work().job().shareTarget());
    scan = next;
    switch (next) {
      case Scan.Nonces nonces -> queue.nonces(nonces, test);
      case Scan.Versions versions -> {
        hold(versions.block());
        queue.versions(versions, test);
      }
    }
  }

  private void hold(VersionBlock block) {
    if (!block.equals(held)) {
      queue.midstates(block);
      held = block;
    }
  }

  /** Waits for the scan under way, and yields its hits: all, whatever their number. */
  List<Candidate> finish(long expectedNanos) {
    Scan done = scan;
    if (done == null) {
      throw new IllegalStateException("no scan is under way");
    }
    queue.await(expectedNanos, found);
    scan = null;
    int count = found[0];
    if (Integer.compareUnsigned(count, GpuQueue.SLOTS) > 0) {
      return again(done);
    }
    return count == 0 ? List.of() : hits(done, count);
  }

  private List<Candidate> hits(Scan done, int count) {
    List<Candidate> hits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hits.add(done.hit(found[1 + 2 * i], found[2 + 2 * i]));
    }
    return hits;
  }

  /** More than the slots could take: part by part, now. */
  private List<Candidate> again(Scan done) {
    List<Candidate> hits = new ArrayList<>();
    for (Scan half : done.halves()) {
      start(half);
      hits.addAll(finish(0));
    }
    return hits;
  }

  @Override
  public void close() {
    queue.close();
  }
}
