package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.FoundGpu;

/**
 * The devices that one kind of driver has.
 *
 * @param finder throws {@link DeviceException} saying why there are none
 */
record GpuBackend(String name, Supplier<List<FoundGpu>> finder) implements Backend {
  @Override
  public Discovery discover() {
    try {
      List<FoundGpu> found = finder.get();
      List<DeviceOffer> offers = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        offers.add(new GpuOffer(name, i, found.get(i)));
      }
      return Discovery.of(offers);
    } catch (DeviceException e) {
      return Discovery.nothing(String.valueOf(e.getMessage()));
    }
  }
}
