package org.gruve.kernels.gpu;

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
    if (equals(PLAIN)) {
      return "plain";
    }
    String parts =
        (sums ? "+sums" : "") + (shifts ? "+shifts" : "") + (turns > 0 ? "+turns" + turns : "");
    return parts.substring(1);
  }
}
