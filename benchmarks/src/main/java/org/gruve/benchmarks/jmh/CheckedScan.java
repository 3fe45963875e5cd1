package org.gruve.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.Searcher;

/** Scans a window and refuses any result but the right one. */
final class CheckedScan {
  private final Searcher searcher;
  private final ScanWindow window;

  CheckedScan(Searcher searcher, ScanWindow window) {
    this.searcher = searcher;
    this.window = window;
  }

  /** Scans the whole window; IllegalStateException when its hits are not those of the JDK. */
  List<Long> run() {
    long wanted = window.work().hashes();
    long scanned = 0;
    List<Long> hits = new ArrayList<>();
    searcher.begin(window.work());
    while (searcher.enqueue(wanted) > 0) {
      Batch batch = searcher.await();
      scanned += batch.hashes();
      batch.candidates().forEach(hit -> hits.add(ScanWindow.key(hit.version(), hit.nonce())));
    }
    hits.sort(null);
    check(scanned == wanted, "scanned " + scanned + " of " + wanted + " hashes");
    check(
        hits.equals(window.hits()),
        "found " + hits.size() + " hits of " + window.hits().size() + ", or other ones");
    return hits;
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException("the kernel " + otherwise + ": its rate counts for nothing");
    }
  }
}
