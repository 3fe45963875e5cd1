package org.gruve.kernels.telemetry;

/**
 * How much energy a device uses between readings: by the driver's counter where there is one, else
 * by the power at both ends times the time between. A time of which neither is known counts neither
 * as time nor by its hashes, so that what is divided belongs together. Confined to one thread.
 */
public final class EnergyMeter {
  private Spent total = Spent.NOTHING;
  private Spent last = Spent.NOTHING;
  private Readings before = Readings.NONE;
  private long nanosBefore;
  private long hashesBefore;
  private boolean begun;

  /**
   * Enters what was read.
   *
   * @param nanos when, by a monotonic clock
   * @param hashes that the device had computed by then
   */
  public void add(Readings readings, long nanos, long hashes) {
    if (begun) {
      double seconds = (nanos - nanosBefore) / 1e9;
      double joules = joules(readings, seconds);
      boolean known = joules >= 0 && seconds > 0;
      last = known ? new Spent(joules, seconds, hashes - hashesBefore) : Spent.NOTHING;
      total = total.plus(last);
    }
    begun = true;
    before = readings;
    nanosBefore = nanos;
    hashesBefore = hashes;
  }

  /** Since the first reading. */
  public Spent total() {
    return total;
  }

  /** Between the last two readings. */
  public Spent last() {
    return last;
  }

  private double joules(Readings now, double seconds) {
    if (now.energy().isPresent() && before.energy().isPresent()) {
      return now.energy().getAsDouble() - before.energy().getAsDouble();
    }
    if (now.power().isPresent() && before.power().isPresent()) {
      return (now.power().getAsDouble() + before.power().getAsDouble()) / 2 * seconds;
    }
    return Double.NaN;
  }
}
