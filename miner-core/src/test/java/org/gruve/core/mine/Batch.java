package org.gruve.core.mine;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/** What one finished batch says, as a value that tests can keep and compare. */
public record Batch(Work work, long hashes, long nanos, List<Candidate> candidates) {
  /** Awaits the oldest batch of a searcher, which must tell of it exactly once. */
  public static Batch of(Searcher searcher) {
    List<Batch> told = new ArrayList<>();
    searcher.await(
        (work, hashes, nanos, candidates) -> told.add(new Batch(work, hashes, nanos, candidates)));
    if (told.size() != 1) {
      throw new AssertionError("await told of " + told.size() + " batches, not of one");
    }
    return told.getFirst();
  }

  /** Brings it home, as the searcher that finished it. */
  public void tell(BatchSink sink) {
    sink.finished(work, hashes, nanos, candidates);
  }
}
