package org.gruve.cli;

import org.gruve.pool.PoolEvents;
import org.gruve.pool.PoolLoop;

/**
 * What lives as long as a run mines: begins before the first job, and ends after the last share.
 */
interface Companion {
  /** Nobody. */
  Companion NONE = new Companion() {};

  /** Before the first pool client is made. */
  default void start(PoolLoop loop, PoolEvents events) {}

  /** All shares have ended. */
  default void close() {}
}
