package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.cpu.OddKernels;
import org.junit.jupiter.api.Test;

class CpuOfferTest {
  @Test
  void replacesAKernelThatFailsItsSelfTestAndSaysSo() {
    var offer = new CpuOffer(List.of(OddKernels.forgetful(), OddKernels.scalar()));
    assertThat(offer.notes()).isEmpty();
    try (Device device = offer.open(1)) {
      assertThat(device.info().kernel()).isEqualTo("scalar");
    }
    assertThat(offer.notes())
        .singleElement()
        .asString()
        .startsWith("kernel forgetful passed over:")
        .contains("hits");
  }

  @Test
  void keepsTheReasonWhyABetterKernelCannotBeUsed() {
    var offer = new CpuOffer(List.of(OddKernels.unusable("warp", "no drive"), OddKernels.scalar()));
    assertThat(offer.info().kernel()).isEqualTo("scalar");
    assertThat(offer.notes()).containsExactly("kernel warp passed over: no drive");
  }

  @Test
  void failsWhereNoKernelIsRight() {
    var offer = new CpuOffer(List.of(OddKernels.forgetful()));
    assertThatThrownBy(() -> offer.open(1))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("forgetful");
  }
}
