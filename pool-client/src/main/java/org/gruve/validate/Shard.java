package org.gruve.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of many things that are numbered: the {@code index}-th, counted from 1, of {@code count}.
 */
public record Shard(int index, int count) {
  /** All there is. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** Reads {@code 2/8}; nothing where it is no such thing. */
  public static Optional<Shard> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(form.group(1));
    int count = Integer.parseInt(form.group(2));
    return index >= 1 && index <= count ? Optional.of(new Shard(index, count)) : Optional.empty();
  }

  /** Whether the thing with this number, counted from 0, belongs to it. */
  boolean has(int number) {
    return number % count == index - 1;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
