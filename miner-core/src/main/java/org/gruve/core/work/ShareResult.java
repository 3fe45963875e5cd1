package org.gruve.core.work;

/**
 * What became of a share that was submitted.
 *
 * @param reason the pool's words, already sanitised; empty when accepted
 * @param latencyNanos from submit to answer, or to the moment it was given up
 */
public record ShareResult(Share share, Outcome outcome, String reason, long latencyNanos) {
  /** The four ways a submitted share can end. */
  public enum Outcome {
    ACCEPTED,
    REJECTED,
    /** Refused because its job was no longer current. */
    STALE,
    /** No answer came: the connection was lost or the deadline passed. */
    UNANSWERED
  }
}
