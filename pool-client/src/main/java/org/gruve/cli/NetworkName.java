package org.gruve.cli;

import org.gruve.core.work.Job;

/** The name of the network that a job is for, as far as it can be known. */
final class NetworkName {
  static final String PRACTICE = "practice";
  static final String UNKNOWN = "unknown";

  /** For what has nothing to do with any network. */
  static final String NONE = "none";

  /** Only regtest allows it: no other public network has so easy a limit. */
  private static final int REGTEST_BITS = 0x207fffff;

  private NetworkName() {}

  /** A pool does not say what it mines; only regtest's nBits tell. */
  static String of(String known, Job job) {
    if (!known.equals(UNKNOWN)) {
      return known;
    }
    return job.header().nbits() == REGTEST_BITS ? "regtest" : UNKNOWN;
  }
}
