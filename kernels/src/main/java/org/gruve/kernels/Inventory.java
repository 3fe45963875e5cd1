package org.gruve.kernels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.telemetry.BusId;

/**
 * What there is to mine with on this machine, and which of it is used.
 *
 * @param offers every device of every backend that was asked, in the order of preference; those
 *     that cannot be used say why
 * @param absences why a backend has no device, in a sentence, by its name
 */
public record Inventory(List<DeviceOffer> offers, Map<String, String> absences) {
  /** Copies both. */
  public Inventory {
    offers = List.copyOf(offers);
    absences = new LinkedHashMap<>(absences);
  }

  @Override
  public Map<String, String> absences() {
    return new LinkedHashMap<>(absences);
  }

  /** What is used when nothing is asked for: each GPU once, or the CPU where there is none. */
  public List<DeviceOffer> preferred() {
    List<DeviceOffer> gpus =
        once(offers.stream().filter(Inventory::isPreferredGpu).toList(), Set.of());
    return gpus.isEmpty()
        ? offers.stream().filter(offer -> offer.isAvailable() && isCpu(offer)).toList()
        : gpus;
  }

  /** Why a device that could be used is not, unless it is named; empty where it is used. */
  public Optional<String> whyNotPreferred(DeviceOffer offer) {
    List<DeviceOffer> preferred = preferred();
    if (!offer.isAvailable() || preferred.contains(offer)) {
      return Optional.empty();
    }
    return preferred.stream()
        .filter(other -> isSameDevice(other, offer))
        .findFirst()
        .map(other -> "the same GPU as " + other.info().id())
        .or(() -> Optional.of(reason(offer)));
  }

  private static String reason(DeviceOffer offer) {
    return isCpu(offer)
        ? "used only where there is no GPU, or when named with -d"
        : "used only when named with -d: mining on a CPU through "
            + offer.info().backend()
            + " is slower than on the CPU itself";
  }

  /**
   * Some of these devices, each GPU once: it may be seen by several backends.
   *
   * @param byId ids that the user named, which are all kept
   */
  public List<DeviceOffer> once(Collection<DeviceOffer> chosen, Set<String> byId) {
    List<DeviceOffer> kept = new ArrayList<>();
    chosen.stream().filter(offer -> byId.contains(offer.info().id())).forEach(kept::add);
    for (DeviceOffer offer : offers) {
      boolean isNew = kept.stream().noneMatch(other -> isSameDevice(other, offer));
      if (isNew && chosen.contains(offer) && !kept.contains(offer)) {
        kept.add(offer);
      }
    }
    return chosen.stream().filter(kept::contains).toList();
  }

  /**
   * The devices that a selector means: an id ({@code cpu}, {@code cuda:0}), a backend ({@code
   * cuda}), a bus id, or a fragment of a name, in any case. The first reading that means any device
   * wins, so that an id is exact. Empty where it means none.
   */
  public List<DeviceOffer> matching(String selector) {
    String wanted = lower(selector.strip());
    if (wanted.isEmpty()) {
      return List.of();
    }
    Optional<BusId> bus = BusId.of(wanted);
    Stream<Predicate<DeviceInfo>> readings =
        Stream.of(
            info -> lower(info.id()).equals(wanted),
            info -> lower(info.backend()).equals(wanted),
            info -> bus.isPresent() && BusId.of(info.busId()).equals(bus),
            info -> lower(info.name()).contains(wanted));
    return readings
        .map(means -> offers.stream().filter(offer -> means.test(offer.info())).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isPreferredGpu(DeviceOffer offer) {
    return offer.isAvailable() && offer.usedByDefault() && !isCpu(offer);
  }

  private static boolean isCpu(DeviceOffer offer) {
    return offer.info().backend().equals("cpu");
  }

  /**
   * The same bus id through one driver is no reason to think so: parts of a divided GPU share it.
   */
  private static boolean isSameDevice(DeviceOffer one, DeviceOffer other) {
    Optional<BusId> bus = BusId.of(one.info().busId());
    return bus.isPresent()
        && bus.equals(BusId.of(other.info().busId()))
        && !(one.info().backend().equals(other.info().backend())
            && one.facts().driver().equals(other.facts().driver()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
