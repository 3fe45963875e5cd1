package org.gruve.stratum.v1;

/** A server's answer to a share. */
public sealed interface ShareVerdict {
  /** Taken. */
  record Accepted() implements ShareVerdict {}

  /** Refused with a Stratum error code (docs/stratum-v1.md, 5) and message. */
  record Refused(int code, String message) implements ShareVerdict {}
}
