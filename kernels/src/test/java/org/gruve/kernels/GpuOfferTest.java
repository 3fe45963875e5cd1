package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.gpu.FoundGpu;
import org.junit.jupiter.api.Test;

class GpuOfferTest {
  private final FoundGpu mute =
      FoundGpu.mute("GPU 0", "NVIDIA", FoundGpu.Kind.GPU, new DeviceException("it is lost"));

  @Test
  void saysWhyADeviceCannotBeUsed() {
    DeviceOffer offer = new GpuOffer("cuda", 0, mute);
    assertThat(offer.isAvailable()).isFalse();
    assertThat(offer.unavailabilityCause())
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo("it is lost");
    assertThat(offer.facts())
        .isEqualTo(
            new DeviceFacts(
                DeviceFacts.Type.GPU,
                "NVIDIA",
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalLong.empty()));
    assertThatThrownBy(() -> offer.open(0).searcher(0)).hasMessage("it is lost");
  }

  @Test
  void keepsTheIdsOfThoseBehindIt() {
    FoundGpu second = mute.refused("it is old");
    Discovery found = new GpuBackend("cuda", () -> List.of(mute, second)).discover();
    assertThat(found.offers())
        .extracting(offer -> offer.info().id())
        .containsExactly("cuda:0", "cuda:1");
  }
}
