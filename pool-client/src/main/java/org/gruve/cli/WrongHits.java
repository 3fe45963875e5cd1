package org.gruve.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;

/**
 * Hits that the re-hash did not confirm, as they are told: the first of a device at once, later
 * ones once a minute as a number. A device with a bad overclock makes thousands.
 */
final class WrongHits {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Map<String, Told> devices = new HashMap<>();

  private record Told(long count, long nanos) {}

  /** A hit was wrong: what to say of it, unless the device is told of already. */
  Optional<String> first(DeviceInfo device, long nanos) {
    Told before = devices.putIfAbsent(device.id(), new Told(1, nanos));
    return before == null
        ? Optional.of(device.id() + " reported a hit that is none when it is hashed again")
        : Optional.empty();
  }

  /** What there is to say of devices that were told of a minute or more ago. */
  List<String> due(List<DeviceMeter> meters, long nanos) {
    return meters.stream().flatMap(meter -> due(meter, nanos).stream()).toList();
  }

  private Optional<String> due(DeviceMeter meter, long nanos) {
    String id = meter.device().id();
    Told before = devices.get(id);
    if (before == null || nanos - before.nanos() < MINUTE) {
      return Optional.empty();
    }
    long more = meter.errors() - before.count();
    devices.put(id, new Told(meter.errors(), nanos));
    return more <= 0
        ? Optional.empty()
        : Optional.of(
            id
                + " reported "
                + Figures.whole(more)
                + " hits in the last minute that are none when they are hashed again, "
                + Figures.whole(meter.errors())
                + " so far");
  }
}
