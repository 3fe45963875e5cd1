package org.gruve.cli;

import java.util.List;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;

/** One device that hashes 43.1 MH/s, and what it was told. */
final class FakeRig implements Rig {
  private final String network;
  private final Runnable onStop;
  int starts;
  int stops;
  int looks;
  Hardware hardware = Hardware.NONE;
  double measured;

  FakeRig(String network, Runnable onStop) {
    this.network = network;
    this.onStop = onStop;
  }

  @Override
  public List<DeviceInfo> devices() {
    return List.of(Samples.CPU);
  }

  @Override
  public List<String> pools() {
    return List.of(Samples.POOL.url().toString());
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public double hashrate() {
    return 43.1e6;
  }

  @Override
  public void start() {
    starts++;
  }

  @Override
  public List<DeviceMeter> meters() {
    return List.of(Samples.meter(43.1e6, 42.9e6, Double.NaN));
  }

  @Override
  public Hardware hardware() {
    return hardware;
  }

  @Override
  public void lookAfterHardware() {
    looks++;
  }

  @Override
  public void measured(double hashesPerSecond) {
    measured = hashesPerSecond;
  }

  @Override
  public void stop() {
    stops++;
    onStop.run();
  }
}
