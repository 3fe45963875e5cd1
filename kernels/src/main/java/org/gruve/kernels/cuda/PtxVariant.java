package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gruve.kernels.gpu.Variant;

/**
 * Turns the text of the kernels, which computes all by multiplications that can be, into that of
 * any variant. Each line that a variant may have otherwise ends in a mark that says what it is.
 */
final class PtxVariant {
  private static final String MARK = "//";
  private static final Pattern LOW =
      Pattern.compile(
          "mad\\.lo\\.u32 (?<to>%r\\d+), (?<x>%r\\d+), %r\\d+, (?<plus>%r\\d+);"
              + " //(?:sum|turn (?<turn>\\d+))");
  private static final Pattern HIGH =
      Pattern.compile(
          "mul\\.hi\\.u32 (?<to>%r\\d+), (?<x>%r\\d+), %r\\d+;"
              + " //(?:shift (?<shift>\\d+)|turn (?<turn>\\d+))");

  private final Variant variant;

  private PtxVariant(Variant variant) {
    this.variant = variant;
  }

  /**
   * The text of a variant.
   *
   * @throws IllegalArgumentException where a marked line is none that is known
   */
  static String of(String text, Variant variant) {
    var of = new PtxVariant(variant);
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> of.append(line, lines));
    return String.join("\n", lines) + "\n";
  }

  private void append(String line, List<String> lines) {
    if (!line.contains(MARK)) {
      lines.add(line);
      return;
    }
    String product = line.substring(0, line.indexOf(MARK)).strip();
    Matcher low = LOW.matcher(line);
    Matcher high = HIGH.matcher(line);
    if (low.matches()) {
      lines.add(low(low, product));
    } else if (high.matches()) {
      high(high, product, lines);
    } else {
      throw new IllegalArgumentException("the kernels' text has a mark that nobody knows: " + line);
    }
  }

  /** A sum, or the second line of a turn. */
  private String low(Matcher line, String product) {
    String to = line.group("to");
    String x = line.group("x");
    if (line.group("turn") == null) {
      return variant.sums() ? product : "add.u32 %s, %s, %s;".formatted(to, x, line.group("plus"));
    }
    return turns(line) ? product : "shf.r.wrap.b32 %s, %s, %s, 25;".formatted(to, x, x);
  }

  /** A shift, or the first line of a turn, without which the second does all. */
  private void high(Matcher line, String product, List<String> lines) {
    String shift = line.group("shift");
    if (shift == null) {
      if (turns(line)) {
        lines.add(product);
      }
      return;
    }
    String plain = "shr.u32 %s, %s, %s;".formatted(line.group("to"), line.group("x"), shift);
    lines.add(variant.shifts() ? product : plain);
  }

  private boolean turns(Matcher line) {
    return variant.turnsBy(Integer.parseInt(line.group("turn")));
  }
}
