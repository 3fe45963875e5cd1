package org.gruve.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as miners write them: {@code 20}, {@code 20s}, {@code 10m}, {@code 1h}, {@code 2d}. */
final class TimeSpan {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhd]?)");
  private static final Duration LONGEST = Duration.ofDays(3650);

  private TimeSpan() {}

  /** Reads a time; nothing where it has another form, is zero or longer than ten years. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Duration span = times(Long.parseLong(form.group(1)), form.group(2));
    return span.isPositive() && span.compareTo(LONGEST) <= 0 ? Optional.of(span) : Optional.empty();
  }

  private static Duration times(long count, String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
