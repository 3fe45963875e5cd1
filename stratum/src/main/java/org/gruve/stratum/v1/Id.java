package org.gruve.stratum.v1;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's id, echoed in the JSON type it came in. At most one of the two is set; neither is a
 * notification's {@code null}.
 */
public record Id(@Nullable Long number, @Nullable String text) {
  /** The id of notifications. */
  public static final Id NONE = new Id(null, null);

  /** A number. */
  public static Id of(long number) {
    return new Id(number, null);
  }

  /** Whether an answer is awaited. */
  boolean asks() {
    return number != null || text != null;
  }

  /** The id as a number; numeric strings count as numbers, since some servers answer with them. */
  OptionalLong asNumber() {
    if (number != null) {
      return OptionalLong.of(number);
    }
    if (text == null || !text.matches("\\d{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** The value as it is written. */
  @Nullable Object json() {
    return number != null ? number : text;
  }
}
