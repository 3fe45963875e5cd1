package org.gruve.cli;

import java.util.Locale;
import org.gruve.core.mine.WatchedDevice;
import org.gruve.kernels.BenchmarkWatch;
import org.gruve.kernels.telemetry.Readings;
import org.gruve.kernels.telemetry.Sensors;

/** Shows how far the measurement of a device is, and what it says meanwhile. */
record BenchmarkOnlooker(Session session, WatchedDevice device, Sensors sensors)
    implements BenchmarkWatch {
  @Override
  public boolean isStopping() {
    // What a dead device still computes after all is for nothing.
    return session.inbox().isStopping() || device.isDead();
  }

  @Override
  public void progress(Stage stage, double seconds, double hashrate) {
    tellRemarks();
    String doing = stage == Stage.MEASURING ? "measuring" : "warming up";
    session.progress(
        String.format(Locale.ROOT, "%s %s, %.0f s, ", device.info().id(), doing, seconds)
            + Figures.rate(hashrate));
  }

  @Override
  public Readings readings() {
    return sensors.read();
  }

  /** Nothing is under way any more. */
  void end() {
    session.progress("");
    tellRemarks();
  }

  /** The device's threads leave them, since only the main thread prints. */
  private void tellRemarks() {
    for (Input input = session.inbox().next(); input != null; input = session.inbox().next()) {
      if (input instanceof Input.DeviceRemark remark) {
        session.note(NetworkName.NONE, "bench", remark.device().id() + ": " + remark.sentence());
      }
    }
  }
}
