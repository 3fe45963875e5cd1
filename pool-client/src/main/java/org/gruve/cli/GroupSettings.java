package org.gruve.cli;

import java.util.List;
import org.gruve.core.mine.Device;
import org.gruve.pool.PoolSettings;

/** What one group of devices mines for. */
record GroupSettings(List<Device> devices, PoolSettings pools) {
  GroupSettings {
    devices = List.copyOf(devices);
  }
}
