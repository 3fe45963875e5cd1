package org.gruve.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;

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
    for (long batch = searcher.enqueue(wanted); batch > 0; batch = searcher.enqueue(wanted)) {
      scanned += batch;
      searcher.await((_, _, _, found) -> found.forEach(hit -> hits.add(key(hit))));
    }
    hits.sort(null);
    check(scanned == wanted, "scanned " + scanned + " of " + wanted + " hashes");
    check(
        hits.equals(window.hits()),
        "found " + hits.size() + " hits of " + window.hits().size() + ", or other ones");
    return hits;
  }

  private static long key(Candidate hit) {
    return ScanWindow.key(hit.version(), hit.nonce());
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException("the kernel " + otherwise + ": its rate counts for nothing");
    }
  }
}
