package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a kernel's functions are computed by multiplications, because the pipe that multiplies
 * is idle else. All variants yield the same.
 *
 * @param sums whether sums are
 * @param shifts whether the two plain shifts of the schedule are
 * @param turns how many rotations are, 0 to {@link #MOST_TURNS}
 */
public record Variant(boolean sums, boolean shifts, int turns) {
  /** Rotations that could be: one in each round of both hashes that lanes compute. */
  public static final int MOST_TURNS = 120;

  /** Without any. */
  public static final Variant PLAIN = new Variant(false, false, 0);

  private static final Pattern FORM =
      Pattern.compile("plain|(sums)?\\+?(shifts)?\\+?(?:turns(\\d{1,3}))?");

  /** Refuses a number of turns that there is not. */
  public Variant {
    if (turns < 0 || turns > MOST_TURNS) {
      throw new IllegalArgumentException(turns + " turns of " + MOST_TURNS);
    }
  }

  /** Whether rotation number {@code n} is turned by a multiplication: spread evenly. */
  public boolean turnsBy(int n) {
    return n * turns / MOST_TURNS != (n + 1) * turns / MOST_TURNS;
  }

  /** {@code plain}, or {@code sums+shifts+turns96}. */
  public String label() {
    String parts =
        (sums ? "+sums" : "") + (shifts ? "+shifts" : "") + (turns > 0 ? "+turns" + turns : "");
    return parts.isEmpty() ? "plain" : parts.substring(1);
  }

  /** Reads a label; empty where it is none. */
  static Optional<Variant> parse(String label) {
    Matcher form = FORM.matcher(label);
    if (!form.matches()) {
      return Optional.empty();
    }
    int turns = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
    return Optional.of(turns)
        .filter(few -> few <= MOST_TURNS)
        .map(few -> new Variant(form.group(1) != null, form.group(2) != null, few))
        .filter(variant -> variant.label().equals(label)); // Not "sums+" and the like.
  }
}
