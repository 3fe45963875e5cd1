package org.gruve.core.block;

/** Bytes that are not what they should be: cut short, not canonical, beyond a limit. */
public final class FormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** Says what is wrong at {@code offset}, counted from the first byte that was given. */
  public FormatException(String what, int offset) {
    super(what + ", at byte " + offset);
    this.offset = offset;
  }

  /** Where in the bytes it was found. */
  public int offset() {
    return offset;
  }
}
