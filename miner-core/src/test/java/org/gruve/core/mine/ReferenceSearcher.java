package org.gruve.core.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** Computes in enqueue, like every searcher on the calling thread's own core. */
final class ReferenceSearcher implements Searcher {
  private final Deque<Batch> done = new ArrayDeque<>();
  private @Nullable Work work;
  private long position;

  @Override
  public int depth() {
    return 1;
  }

  @Override
  public int comfortableHits() {
    return 256;
  }

  @Override
  public void begin(Work next) {
    work = next;
    position = 0;
  }

  @Override
  public long enqueue(long hashes) {
    Work begun = Objects.requireNonNull(work, "begin a work first");
    long count = Math.min(hashes, begun.hashes() - position);
    if (count > 0) {
      long begin = System.nanoTime();
      var hits = ReferenceDevice.hits(begun, position, count);
      done.add(new Batch(begun, count, System.nanoTime() - begin, hits));
      position += count;
    }
    return count;
  }

  @Override
  public void await(BatchSink sink) {
    done.remove().tell(sink);
  }

  @Override
  public void close() {}
}
