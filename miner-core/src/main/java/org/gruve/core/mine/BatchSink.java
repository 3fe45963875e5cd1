package org.gruve.core.mine;

import java.util.List;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/**
 * Where a finished batch comes home. It is told and not returned, so that a batch without hits
 * costs no object: a worker makes no garbage while it finds nothing.
 */
@FunctionalInterface
public interface BatchSink {
  /**
   * Takes a batch on the thread that awaits it.
   *
   * @param work what was scanned a part of
   * @param hashes how much of it was really scanned
   * @param nanos how long the device took
   * @param candidates its hits; never changes afterwards
   */
  void finished(Work work, long hashes, long nanos, List<Candidate> candidates);
}
