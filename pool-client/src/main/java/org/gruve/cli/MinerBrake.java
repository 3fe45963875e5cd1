package org.gruve.cli;

import java.util.OptionalDouble;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.Miner;

/** Lets a miner's devices rest, and leaves word of it. */
record MinerBrake(Miner miner, Inbox inbox) implements HardwareCare.Brake {
  @Override
  public void pause(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit) {
    miner.pause(device.id());
    inbox.rested(device, temperature, limit);
  }

  @Override
  public void resume(DeviceInfo device, double temperature) {
    miner.resume(device.id());
    inbox.resumed(device, temperature);
  }
}
