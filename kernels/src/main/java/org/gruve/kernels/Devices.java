package org.gruve.kernels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.kernels.cuda.CudaDevices;
import org.gruve.kernels.opencl.OpenClDevices;

/** The one place where devices are found. */
public final class Devices {
  /** A new device type adds its line here, in the order of preference. */
  private static final List<Backend> BACKENDS =
      List.of(
          new GpuBackend("cuda", CudaDevices::all),
          new GpuBackend("opencl", OpenClDevices::all),
          new CpuBackend());

  /** On a machine of many GPUs a driver may take seconds for each when it starts. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Devices() {}

  /** The names of all backends, also of those that have no device here. */
  public static List<String> backends() {
    return BACKENDS.stream().map(Backend::name).toList();
  }

  /** Asks those backends whose names are wanted; the others' drivers are not even loaded. */
  public static Inventory inventory(Predicate<String> wanted) {
    return inventory(BACKENDS, wanted, new DeviceGuard(PATIENCE, System::nanoTime, () -> false));
  }

  static Inventory inventory(List<Backend> backends, Predicate<String> wanted, DeviceGuard guard) {
    List<DeviceOffer> offers = new ArrayList<>();
    Map<String, String> absences = new LinkedHashMap<>();
    for (Backend backend : backends) {
      if (wanted.test(backend.name())) {
        Discovery found = discover(backend, guard);
        offers.addAll(found.offers());
        found.absence().ifPresent(why -> absences.put(backend.name(), why));
      }
    }
    return new Inventory(offers, absences);
  }

  /** A driver that hangs or breaks must not cost the other devices. */
  private static Discovery discover(Backend backend, DeviceGuard guard) {
    try {
      return backend.name().equals("cpu")
          ? backend.discover()
          : guard.call("find-" + backend.name(), backend::discover);
    } catch (DeviceException e) {
      return Discovery.nothing(e.getMessage() + "; --no-" + backend.name() + " leaves it alone");
    } catch (RuntimeException e) {
      return Discovery.nothing("looking for devices failed with " + e);
    }
  }

  /** Every device of every backend, best first; those that cannot be used say why. */
  public static List<DeviceOffer> all() {
    return inventory(name -> true).offers();
  }

  /** The devices of some backend's name. */
  public static List<DeviceOffer> of(String backend) {
    return inventory(backend::equals).offers();
  }
}
