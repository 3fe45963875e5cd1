package org.gruve.benchmarks.paired;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a miner's output says its rate: the group {@code rate} is the number, the group {@code
 * unit}, where there is one, its prefix (none, k, M, G or T). The last match counts.
 */
record RatePattern(Pattern pattern) {
  /** What cpuminer-opt ends its benchmark with. */
  static final String CPUMINER = "Benchmark: *(?<rate>[0-9.]+) *(?<unit>[kMGT]?)[Hh]/s";

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  static RatePattern of(String expression) throws PairedException {
    try {
      Pattern pattern = Pattern.compile(expression);
      if (!pattern.namedGroups().containsKey("rate")) {
        throw PairedException.usage(
            "--rate " + expression + " has no group (?<rate>...), which says where the number is");
      }
      return new RatePattern(pattern);
    } catch (PatternSyntaxException e) {
      throw PairedException.usage("--rate is no regular expression: " + e.getDescription());
    }
  }

  /** Hashes per second; empty where the output says none. */
  OptionalDouble last(String output) {
    Matcher matcher = pattern.matcher(COLOURS.matcher(output).replaceAll(""));
    OptionalDouble last = OptionalDouble.empty();
    while (matcher.find()) {
      last = rate(matcher);
    }
    return last;
  }

  private OptionalDouble rate(Matcher matcher) {
    String unit = pattern.namedGroups().containsKey("unit") ? matcher.group("unit") : "";
    int thousands = unit == null ? 0 : " kmgt".indexOf(unit.toLowerCase(Locale.ROOT));
    try {
      double number = Double.parseDouble(matcher.group("rate"));
      boolean known = number > 0 && (thousands >= 0 && (unit == null || unit.length() <= 1));
      return known ? OptionalDouble.of(number * Math.pow(1000, thousands)) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
