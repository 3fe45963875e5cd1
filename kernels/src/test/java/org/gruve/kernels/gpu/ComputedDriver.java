package org.gruve.kernels.gpu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gruve.core.mine.DeviceException;

/** A driver whose faults are chosen; it counts what is asked of it. */
final class ComputedDriver implements GpuDriver {
  final List<Setting> asked = new ArrayList<>();
  final Set<Variant> refused = new HashSet<>();
  int failures;
  int midstates;
  int openQueues;
  int closes;
  boolean isBlind;

  @Override
  public GpuQueue queue(Setting setting) {
    asked.add(setting);
    if (refused.contains(setting.variant())) {
      throw new DeviceException("the fake does not compile this");
    }
    openQueues++;
    return new ComputedQueue(this);
  }

  @Override
  public void close() {
    closes++;
  }
}
