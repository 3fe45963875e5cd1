package org.gruve.core.check;

/** The last eleven times and their median, kept sorted as times come and go. */
final class TimeWindow {
  private static final int SPAN = 11;

  private final long[] order = new long[SPAN];
  private final long[] sorted = new long[SPAN];
  private int count;
  private int oldest;

  /** How many times there are, up to eleven. */
  int count() {
    return count;
  }

  boolean isFull() {
    return count == SPAN;
  }

  /** The median of those that there are (Core: GetMedianTimePast); there must be one. */
  long median() {
    return sorted[count / 2];
  }

  /** Takes the place of the oldest once there are eleven. */
  void add(long time) {
    int size = count;
    if (isFull()) {
      size = without(order[oldest]);
      order[oldest] = time;
      oldest = (oldest + 1) % SPAN;
    } else {
      order[count++] = time;
    }
    int at = size;
    while (at > 0 && sorted[at - 1] > time) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = time;
  }

  private int without(long time) {
    int at = 0;
    while (sorted[at] != time) {
      at++;
    }
    System.arraycopy(sorted, at + 1, sorted, at, SPAN - 1 - at);
    return SPAN - 1;
  }
}
