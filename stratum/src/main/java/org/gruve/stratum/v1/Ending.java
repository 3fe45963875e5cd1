package org.gruve.stratum.v1;

/** Why a session asks for its connection to be closed. All text is sanitised, one sentence. */
public sealed interface Ending {
  /** The sentence for the user. */
  String reason();

  /** Try again, soon, with backoff: timeouts, protocol faults after the handshake. */
  record Retry(String reason) implements Ending {}

  /** Try again without mining.configure. */
  record RetryWithoutConfigure(String reason) implements Ending {}

  /** Try again without resuming the old session. */
  record RetryWithoutResume(String reason) implements Ending {}

  /** The pool refused the user or password: no use to try again soon. */
  record Refused(String reason) implements Ending {}

  /** The pool is of no use as it is, and to be left alone for a good while. */
  record Leave(String reason) implements Ending {}

  /** What answers is no Stratum V1 pool: HTTP, TLS, binary. */
  record NotStratum(String reason) implements Ending {}

  /**
   * The pool asked to come back after 0 to 300 seconds.
   *
   * @param host the configured host or another that is allowed, or empty for the configured one
   * @param port 1 to 65535, or 0 for the configured one
   */
  record Reconnect(String reason, String host, int port, int waitSeconds) implements Ending {}
}
