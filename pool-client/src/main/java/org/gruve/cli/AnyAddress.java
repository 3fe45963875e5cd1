package org.gruve.cli;

import java.util.Locale;
import java.util.Optional;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;

/** Reads an address before it is known which network it is to be for. */
final class AnyAddress {
  private AnyAddress() {}

  /** The script that it stands for; exit 2 with a sentence where it is none. */
  static Bytes script(String option, String text) {
    try {
      return parsed(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
              ExitCode.USAGE,
              option + ": '" + text + "' is no address: " + Failure.sentence(e),
              "copy it again, whole")
          .because(e);
    }
  }

  /** The same, or nothing where it is none. */
  static Optional<Bytes> script(String text) {
    try {
      return Optional.of(parsed(text));
    } catch (IllegalArgumentException e) {
      // A pool's user need not be an address.
      return Optional.empty();
    }
  }

  private static Bytes parsed(String text) {
    return Address.parse(text, format(text)).script();
  }

  /** The network that it begins like. */
  private static AddressFormat format(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.startsWith("bcrt1")) {
      return AddressFormat.REGTEST;
    }
    boolean test = small.startsWith("tb1") || small.matches("[mn2].*");
    return test ? AddressFormat.TEST : AddressFormat.MAIN;
  }
}
