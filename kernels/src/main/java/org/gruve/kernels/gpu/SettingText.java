package org.gruve.kernels.gpu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings as text: {@code sums=1 shifts=1 turns=96 group=256 thread=128}. */
final class SettingText {
  private static final Pattern FORM =
      Pattern.compile(
          "sums=([01]) shifts=([01]) turns=(\\d{1,3}) group=(\\d{1,4}) thread=(\\d{1,4})");

  private SettingText() {}

  static String of(Setting setting) {
    Variant variant = setting.variant();
    return "sums=%d shifts=%d turns=%d group=%d thread=%d"
        .formatted(
            variant.sums() ? 1 : 0,
            variant.shifts() ? 1 : 0,
            variant.turns(),
            setting.groupSize(),
            setting.perThread());
  }

  /** Empty where the text is no setting that could run. */
  static Optional<Setting> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    int turns = number(form, 3);
    int group = number(form, 4);
    int perThread = number(form, 5);
    if (turns > Variant.MOST_TURNS || group < 32 || group > 1024 || perThread < 1) {
      return Optional.empty();
    }
    Variant variant = new Variant(number(form, 1) == 1, number(form, 2) == 1, turns);
    return Optional.of(new Setting(variant, group, perThread));
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
