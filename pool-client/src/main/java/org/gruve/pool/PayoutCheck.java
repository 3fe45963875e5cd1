package org.gruve.pool;

import java.util.Optional;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Job;

/**
 * Looks into each job's coinbase for what it pays to the user.
 *
 * @param script of the user's output
 * @param address the same as the user wrote it, for sentences
 * @param leastPercent how much of the coinbase's value must go there, 1 to 100
 */
public record PayoutCheck(Mode mode, Bytes script, String address, int leastPercent) {
  /** What to do about a job that pays too little. */
  public enum Mode {
    WARN,
    /** Leave the pool. */
    ENFORCE
  }

  /** What is wrong with a job, in one sentence; nothing where it pays as it should. */
  public Optional<String> fault(Job job) {
    throw new UnsupportedOperationException("not yet");
  }
}
