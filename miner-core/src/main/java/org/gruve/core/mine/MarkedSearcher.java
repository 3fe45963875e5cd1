package org.gruve.core.mine;

import org.gruve.core.work.Work;

/** A searcher whose calls are marked, so that one that does not return is noticed. */
final class MarkedSearcher implements Searcher {
  private final Searcher searcher;
  private final CallMark mark;

  private MarkedSearcher(Searcher searcher, CallMark mark) {
    this.searcher = searcher;
    this.mark = mark;
  }

  /** Opens a device's searcher, which is the first call. */
  static Searcher open(Device device, int index, CallMark mark) {
    mark.enter();
    try {
      return new MarkedSearcher(device.searcher(index), mark);
    } finally {
      mark.leave();
    }
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
    mark.enter();
    try {
      searcher.begin(work);
    } finally {
      mark.leave();
    }
  }

  @Override
  public long enqueue(long hashes) {
    mark.enter();
    try {
      return searcher.enqueue(hashes);
    } finally {
      mark.leave();
    }
  }

  @Override
  public void await(BatchSink sink) {
    mark.enter();
    try {
      searcher.await(sink);
    } finally {
      mark.leave();
    }
  }

  @Override
  public void close() {
    mark.enter();
    try {
      searcher.close();
    } finally {
      mark.leave();
    }
  }
}
