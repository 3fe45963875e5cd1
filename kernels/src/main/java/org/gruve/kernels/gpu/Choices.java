package org.gruve.kernels.gpu;

import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that are worth a trial, one question after the other: which variant, then how many
 * threads to a group, then how long a thread works.
 *
 * @param start what is used until anything is known
 */
public record Choices(
    Setting start, List<Variant> variants, List<Integer> groupSizes, List<Integer> perThread) {
  /** Copies the lists. */
  public Choices {
    variants = List.copyOf(variants);
    groupSizes = List.copyOf(groupSizes);
    perThread = List.copyOf(perThread);
  }

  /**
   * For chips with a pipe of their own for multiplications. How many rotations it takes before that
   * pipe is as full as the other depends on how many cycles a high product takes it.
   */
  public static Choices nvidia() {
    return new Choices(
        Setting.USUAL,
        List.of(
            Variant.PLAIN,
            new Variant(true, false, 0),
            new Variant(true, true, 0),
            new Variant(true, true, 48),
            new Variant(true, true, 73),
            new Variant(true, true, 96)),
        List.of(128, 256),
        List.of(64, 128, 256));
  }

  /** For all others, where an instruction costs the same whatever it computes. */
  public static Choices others() {
    return new Choices(
        Setting.USUAL, List.of(Variant.PLAIN), List.of(64, 128, 256), List.of(64, 128, 256));
  }

  int questions() {
    return 3;
  }

  /** What to try for a question, given the best so far. */
  List<Setting> answers(int question, Setting best) {
    Stream<Setting> all =
        switch (question) {
          case 0 -> variants.stream().map(v -> new Setting(v, best.groupSize(), best.perThread()));
          case 1 -> groupSizes.stream().map(g -> new Setting(best.variant(), g, best.perThread()));
          default -> perThread.stream().map(p -> new Setting(best.variant(), best.groupSize(), p));
        };
    return all.filter(setting -> !setting.equals(best)).toList();
  }
}
