package org.gruve.pool;

/** Which of several places the workers mine for. */
public enum Strategy {
  /** The first that has a job, in order; back to an earlier one when it holds again. */
  FAILOVER,
  /** All at the same time, each for its share of the hashes. */
  QUOTA
}
