package org.gruve.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class HardwareClassTest {
  @Test
  void widestVectorsDecide() {
    assertThat(HardwareClass.ofCpu("amd64", Set.of("avx512f", "avx2", "sha_ni")))
        .contains(HardwareClass.AVX512);
    assertThat(HardwareClass.ofCpu("amd64", Set.of("avx2", "sha_ni")))
        .contains(HardwareClass.AVX2_SHA);
    assertThat(HardwareClass.ofCpu("amd64", Set.of("avx2"))).contains(HardwareClass.AVX2);
    assertThat(HardwareClass.ofCpu("amd64", Set.of("sse2"))).contains(HardwareClass.X86_128);
    assertThat(HardwareClass.ofCpu("aarch64", Set.of())).contains(HardwareClass.ARM64);
  }

  @Test
  void withoutFlagsTheClassIsUnknown() {
    assertThat(HardwareClass.ofCpu("amd64", Set.of())).isEmpty();
  }

  @Test
  void gpusAreKnownByTheirVendor() {
    assertThat(HardwareClass.ofGpu("NVIDIA H100")).contains(HardwareClass.NVIDIA);
    assertThat(HardwareClass.ofGpu("AMD Radeon RX 7900")).contains(HardwareClass.AMD);
    assertThat(HardwareClass.ofGpu("something")).isEmpty();
  }
}
