package org.gruve.kernels;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gruve.core.mine.DeviceInfo;

/** The one place where devices are found and chosen. */
public final class Devices {
  /** A new device type adds its line here, in the order of preference. */
  private static final List<Supplier<List<DeviceOffer>>> BACKENDS = List.of(CpuOffer::discover);

  private Devices() {}

  /** Every device of every backend, best first; those that cannot be used say why. */
  public static List<DeviceOffer> all() {
    return BACKENDS.stream().flatMap(backend -> backend.get().stream()).toList();
  }

  /** What is used when nothing is asked for: all GPUs, or the CPU where there is none. */
  public static List<DeviceOffer> preferred() {
    return preferred(all());
  }

  static List<DeviceOffer> preferred(List<DeviceOffer> all) {
    List<DeviceOffer> usable = all.stream().filter(DeviceOffer::isAvailable).toList();
    List<DeviceOffer> gpus =
        usable.stream().filter(offer -> !offer.info().backend().equals("cpu")).toList();
    return gpus.isEmpty() ? usable : gpus;
  }

  /**
   * The devices that a selector means: an id ({@code cpu}, {@code cuda:0}), a backend ({@code
   * cuda}), a bus id, or a fragment of a name, in any case. Empty where it means none.
   */
  public static List<DeviceOffer> matching(String selector) {
    return matching(all(), selector);
  }

  /** The first reading of the selector that means any device wins, so that an id is exact. */
  static List<DeviceOffer> matching(List<DeviceOffer> all, String selector) {
    String wanted = selector.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Stream<Predicate<DeviceInfo>> readings =
        Stream.of(
            info -> lower(info.id()).equals(wanted),
            info -> lower(info.backend()).equals(wanted),
            info -> lower(info.busId()).equals(wanted),
            info -> lower(info.name()).contains(wanted));
    return readings
        .map(means -> all.stream().filter(offer -> means.test(offer.info())).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
