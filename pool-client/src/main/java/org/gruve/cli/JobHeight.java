package org.gruve.cli;

import java.util.OptionalInt;
import org.gruve.core.work.Job;
import org.gruve.pool.CoinbaseHeight;

/** The height of a job, for people. */
final class JobHeight {
  private JobHeight() {}

  /** The height, or nothing where the coinbase is not known or says none. */
  static OptionalInt of(Job job) {
    return CoinbaseHeight.of(job);
  }
}
