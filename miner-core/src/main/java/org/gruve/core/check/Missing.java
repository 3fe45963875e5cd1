package org.gruve.core.check;

/** Why clauses are left unchecked, in words. */
final class Missing {
  static final String PARENT = "the block's parent is not known";
  static final String INTERVAL = "headers back to where the target was set are not known";
  static final String TIMES = "the eleven headers before it are not known";
  static final String CLOCK = "the time is not known";
  static final String HEIGHT = "the height is not known";

  static final String RELATIVE = "where spent outputs were made, or when, is not known";
  static final String COINS = "what it spends is not known";
  static final String FEES = "not all fees are known, and the coinbase takes more than the subsidy";

  static final String COIN_SET = "the coin set is not known";

  private Missing() {}

  /** So many of what there is are not known. */
  static String of(int unknown, int all, String what) {
    return unknown + " of " + all + " " + what + " are not known";
  }
}
