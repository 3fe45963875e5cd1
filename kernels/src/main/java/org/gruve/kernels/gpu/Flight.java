package org.gruve.kernels.gpu;

/** A scan under way. After a failure it may be under way once more, in another lane. */
final class Flight {
  private final Scan scan;
  private Setting setting;
  private Lane lane;
  private long started;

  Flight(Scan scan, Setting setting, Lane lane, long started) {
    this.scan = scan;
    this.setting = setting;
    this.lane = lane;
    this.started = started;
  }

  Scan scan() {
    return scan;
  }

  Setting setting() {
    return setting;
  }

  Lane lane() {
    return lane;
  }

  /** On {@link System#nanoTime}'s clock. */
  long started() {
    return started;
  }

  void restarted(Setting with, Lane in, long now) {
    setting = with;
    lane = in;
    started = now;
  }
}
