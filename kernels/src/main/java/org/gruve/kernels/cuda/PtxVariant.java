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
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<op>mad\\.lo|mul\\.hi)\\.u32 (?<to>%r\\d+), (?<x>%r\\d+), (?<factor>%r\\d+)"
              + "(?:, (?<plus>%r\\d+))?; //(?<mark>sum|shift|turn)(?: (?<number>\\d+))?");

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
    text.lines().forEach(line -> lines.addAll(line.contains(MARK) ? of.marked(line) : List.of(line)));
    return String.join("\n", lines) + "\n";
  }

  /** One line, or none where another does its work. */
  private List<String> marked(String line) {
    Matcher parts = MARKED.matcher(line);
    if (!parts.matches()) {
      throw unknown(line);
    }
    String product = line.substring(0, line.indexOf(MARK)).strip();
    return switch (parts.group("op") + " " + parts.group("mark")) {
      case "mad.lo sum" -> List.of(variant.sums() ? product : sum(parts));
      case "mul.hi shift" -> List.of(variant.shifts() ? product : shift(parts));
      case "mul.hi turn" -> variant.turnsBy(number(parts)) ? List.of(product) : List.of();
      case "mad.lo turn" -> List.of(variant.turnsBy(number(parts)) ? product : turn(parts));
      default -> throw unknown(line);
    };
  }

  private static String sum(Matcher parts) {
    return "add.u32 %s, %s, %s;".formatted(parts.group("to"), parts.group("x"), parts.group("plus"));
  }

  private static String shift(Matcher parts) {
    return "shr.u32 %s, %s, %d;".formatted(parts.group("to"), parts.group("x"), number(parts));
  }

  private static String turn(Matcher parts) {
    String x = parts.group("x");
    return "shf.r.wrap.b32 %s, %s, %s, 25;".formatted(parts.group("to"), x, x);
  }

  private static int number(Matcher parts) {
    String number = parts.group("number");
    if (number == null) {
      throw unknown(parts.group());
    }
    return Integer.parseInt(number);
  }

  private static IllegalArgumentException unknown(String line) {
    return new IllegalArgumentException("the kernels' text has a mark that nobody knows: " + line);
  }
}
