package org.gruve.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hash rates and shares as people write them. */
final class HashRateText {
  private static final Pattern RATE =
      Pattern.compile(
          "(\\d{1,18}(?:\\.\\d{1,18})?(?:[eE]\\+?\\d{1,2})?) ?([kKMGTPEZ]?)(?:[hH](?:/s)?)?");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,18})?)(%?)");
  private static final String PREFIXES = "kMGTPEZ";

  private HashRateText() {}

  /** {@code 500TH}, {@code 2.5 EH/s}, {@code 1e15}: hashes per second. */
  static double perSecond(String option, String text) {
    Matcher form = RATE.matcher(text.strip());
    if (form.matches()) {
      String prefix = form.group(2).replace('K', 'k');
      int power = prefix.isEmpty() ? 0 : PREFIXES.indexOf(prefix) + 1;
      double rate = Double.parseDouble(form.group(1)) * Math.pow(1000, power);
      if (rate > 0) {
        return rate;
      }
    }
    throw new Failure(
        ExitCode.USAGE, option + " needs a hash rate such as 500TH or 2.5EH, not '" + text + "'");
  }

  /** {@code 0.1} or {@code 10%}. */
  static double share(String option, String text) {
    Matcher form = SHARE.matcher(text.strip());
    if (form.matches()) {
      double share = Double.parseDouble(form.group(1)) / (form.group(2).isEmpty() ? 1 : 100);
      if (share >= 0 && share <= 1) {
        return share;
      }
    }
    throw new Failure(
        ExitCode.USAGE, option + " needs a share such as 0.1 or 10%, not '" + text + "'");
  }
}
