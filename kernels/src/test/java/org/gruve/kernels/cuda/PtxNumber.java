package org.gruve.kernels.cuda;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as PTX writes them: decimal, 0x hexadecimal, 0b binary, 0 octal, U behind. */
final class PtxNumber {
  private static final Pattern NUMBER =
      Pattern.compile("(-?)(?:0[xX](\\p{XDigit}+)|0[bB]([01]+)|0([0-7]+)|(\\d+))U?");

  private PtxNumber() {}

  static boolean matches(String text) {
    return NUMBER.matcher(text).matches();
  }

  static long parse(String text) {
    Matcher parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new PtxFault("`" + text + "` is no whole number");
    }
    long value = magnitude(parts);
    return parts.group(1).isEmpty() ? value : -value;
  }

  private static long magnitude(Matcher parts) {
    int[] radixes = {16, 2, 8, 10};
    for (int i = 0; i < radixes.length; i++) {
      if (parts.group(i + 2) != null) {
        return new BigInteger(parts.group(i + 2), radixes[i]).longValue();
      }
    }
    throw new IllegalStateException("a number without digits");
  }
}
