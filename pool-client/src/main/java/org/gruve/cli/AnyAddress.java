package org.gruve.cli;

import java.util.Optional;
import org.gruve.core.hash.Bytes;
import org.gruve.node.Payout;

/** Reads an address before it is known which network it is to be for. */
final class AnyAddress {
  private AnyAddress() {}

  /** The script that it stands for; exit 2 with a sentence where it is none. */
  static Bytes script(String option, String text) {
    try {
      return Payout.anyNetwork(text).script();
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, option + ": " + Failure.sentence(e)).because(e);
    }
  }

  /** The same, or nothing where it is none. */
  static Optional<Bytes> script(String text) {
    try {
      return Optional.of(Payout.anyNetwork(text).script());
    } catch (IllegalArgumentException e) {
      // A pool's user need not be an address.
      return Optional.empty();
    }
  }
}
