package org.gruve.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hot a device may become, in whole degrees Celsius.
 *
 * @param pause it rests at or above this
 * @param resume it goes on at or below this
 */
record TemperatureLimit(int pause, int resume) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?::(\\d{1,3}))?");
  private static final int USUAL_SPAN = 10;
  private static final int LEAST = 20;
  private static final int MOST = 120;

  /** Reads {@code 85} or {@code 85:70}; empty where it is neither, or makes no sense. */
  static Optional<TemperatureLimit> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int pause = Integer.parseInt(parts.group(1));
    int resume = parts.group(2) == null ? pause - USUAL_SPAN : Integer.parseInt(parts.group(2));
    return pause >= LEAST && pause <= MOST && resume < pause
        ? Optional.of(new TemperatureLimit(pause, resume))
        : Optional.empty();
  }
}
