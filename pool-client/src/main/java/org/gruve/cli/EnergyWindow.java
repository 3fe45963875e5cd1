package org.gruve.cli;

import java.util.ArrayDeque;
import org.gruve.kernels.telemetry.EnergyMeter;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Spent;

/** Energy and hashes of one device, of the run and of about the last minute. */
final class EnergyWindow {
  private static final int ROUNDS = 60;

  private final EnergyMeter meter = new EnergyMeter();
  private final ArrayDeque<Spent> rounds = new ArrayDeque<>();

  /** Enters a round, which comes once a second. */
  void add(Readings readings, long nanos, long hashes) {
    meter.add(readings, nanos, hashes);
    rounds.add(meter.total());
    if (rounds.size() > ROUNDS + 1) {
      rounds.remove();
    }
  }

  Spent total() {
    return meter.total();
  }

  Spent minute() {
    return rounds.isEmpty() ? Spent.NOTHING : meter.total().since(rounds.peek());
  }
}
