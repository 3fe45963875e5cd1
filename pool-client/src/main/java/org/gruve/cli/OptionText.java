package org.gruve.cli;

import java.time.Duration;
import org.gruve.core.block.Difficulty;

/** Reads the texts of options; each mistake becomes one sentence and exit 2. */
final class OptionText {
  private OptionText() {}

  static int wholeNumber(String option, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notWhole(option, text, least, most).because(e);
    }
    throw notWhole(option, text, least, most);
  }

  static Duration timeSpan(String option, String text) {
    return TimeSpan.parse(text)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    option + " needs a time such as 20, 20s, 10m or 1h, not '" + text + "'"));
  }

  static Difficulty difficulty(String option, String text) {
    try {
      return Difficulty.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
              ExitCode.USAGE,
              option + " needs a difficulty such as 1, 0.5 or 1e-9, not '" + text + "'",
              Failure.sentence(e))
          .because(e);
    }
  }

  static TemperatureLimit temperatureLimit(String option, String text) {
    return TemperatureLimit.parse(text)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.USAGE,
                    option
                        + " needs degrees Celsius from 20 to 120 such as 85, or 85:70 with lower"
                        + " ones to go on at, not '"
                        + text
                        + "'"));
  }

  private static Failure notWhole(String option, String text, int least, int most) {
    return new Failure(
        ExitCode.USAGE,
        option + " needs a whole number from " + least + " to " + most + ", not '" + text + "'");
  }
}
