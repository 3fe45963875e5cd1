package org.gruve.core.work;

import java.util.Optional;

/**
 * Where the count through slices and times stands; shared by a job and those that follow it on the
 * same coinbase. A time whose slices are all handed out is left for the next. Times are unsigned
 * seconds.
 */
final class Cursor {
  /** A slice's number and its time. */
  record Point(int time, long number) {}

  private static final long MOST_TIME = 0xffff_ffffL;

  private final long last;
  private long time;
  private long first;
  private long done;
  private boolean used;
  private boolean ended;

  /** Begins at slice {@code first} of a time; {@code last} is the greatest number, and a mask. */
  Cursor(long last, long time, long first) {
    this.last = last;
    this.time = time;
    this.first = first;
  }

  /** The next point, if its time is not after {@code mostTime}. */
  synchronized Optional<Point> next(long mostTime) {
    long most = Math.min(mostTime, MOST_TIME);
    if (used && !ended && time < most) {
      begin(time + 1);
    }
    if (used || time > most) {
      return Optional.empty();
    }
    Point point = new Point((int) time, (first + done) & last);
    used = done == last;
    done++;
    return Optional.of(point);
  }

  /** Turns to a later time at once, and goes on counting from where it stands. */
  synchronized void advanceTo(long laterTime) {
    if (laterTime > time) {
      begin(laterTime);
    }
  }

  /** The time at which it stands. */
  synchronized long time() {
    return time;
  }

  /** The number of the next slice. */
  synchronized long position() {
    return (first + done) & last;
  }

  /** Lets the present time be used up, and no later one be begun; returns the present time. */
  synchronized long end() {
    ended = true;
    return time;
  }

  private void begin(long nextTime) {
    time = nextTime;
    first = (first + done) & last;
    done = 0;
    used = false;
  }
}
