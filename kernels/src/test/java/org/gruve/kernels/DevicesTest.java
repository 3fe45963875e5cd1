package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final DeviceOffer GPU =
      offer("cuda:0", "cuda", "Big GPU 4000", "0000:01:00.0", "");
  private static final DeviceOffer LOST =
      offer("cuda:1", "cuda", "Old GPU", "0000:02:00.0", "lost");
  private static final DeviceOffer CPU = offer("cpu", "cpu", "Some cuda-like CPU", "", "");
  private static final List<DeviceOffer> ALL = List.of(GPU, LOST, CPU);

  @Test
  void alwaysOffersTheCpu() {
    assertThat(Devices.all())
        .anyMatch(offer -> offer.info().id().equals("cpu") && offer.isAvailable());
    assertThat(Devices.preferred()).isNotEmpty();
  }

  @Test
  void prefersGpusThatCanBeUsed() {
    assertThat(Devices.preferred(ALL)).containsExactly(GPU);
    assertThat(Devices.preferred(List.of(LOST, CPU))).containsExactly(CPU);
  }

  @Test
  void readsASelectorAsIdBackendBusOrPartOfAName() {
    assertThat(Devices.matching(ALL, "cuda:0")).containsExactly(GPU);
    assertThat(Devices.matching(ALL, "CUDA")).containsExactly(GPU, LOST);
    assertThat(Devices.matching(ALL, "0000:02:00.0")).containsExactly(LOST);
    assertThat(Devices.matching(ALL, " gpu ")).containsExactly(GPU, LOST);
    assertThat(Devices.matching(ALL, "cpu")).containsExactly(CPU);
  }

  @Test
  void meansNothingByWhatMatchesNothing() {
    assertThat(Devices.matching(ALL, "opencl")).isEmpty();
    assertThat(Devices.matching(ALL, " ")).isEmpty();
  }

  private static DeviceOffer offer(
      String id, String backend, String name, String bus, String whyNot) {
    return new DeviceOffer() {
      @Override
      public DeviceInfo info() {
        return new DeviceInfo(id, backend, name, "kernel", bus);
      }

      @Override
      public String details() {
        return "";
      }

      @Override
      public Optional<Throwable> unavailabilityCause() {
        return whyNot.isEmpty() ? Optional.empty() : Optional.of(new LinkageError(whyNot));
      }

      @Override
      public Device open(int threads) {
        throw new IllegalStateException("not for this test");
      }
    };
  }
}
