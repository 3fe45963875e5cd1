package org.gruve.stratum;

/**
 * Makes what a stranger wrote fit for a terminal or a log: control and escape characters, invisible
 * formatting (bidirectional overrides among it) and broken surrogates become {@code ?}, and the
 * length is bounded. The one place where this is done.
 */
public final class PoolText {
  /** The longest text that is shown, in characters. */
  public static final int LIMIT = 256;

  private PoolText() {}

  /** The text on one line, at most {@link #LIMIT} characters. */
  public static String clean(String text) {
    return clean(text, LIMIT);
  }

  /** The text on one line, at most {@code limit} characters; what was cut ends in an ellipsis. */
  public static String clean(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit));
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int width = Character.charCount(point);
      if (out.length() + width > limit - 1 && at + width < text.length()) {
        return out.append('…').toString();
      }
      out.appendCodePoint(shown(point));
      at += width;
    }
    return out.toString().strip();
  }

  private static int shown(int point) {
    return switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.CONTROL -> point == '\t' ? ' ' : '?';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> point;
    };
  }
}
