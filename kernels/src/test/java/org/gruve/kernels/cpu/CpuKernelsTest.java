package org.gruve.kernels.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuKernelsTest {
  private static final List<String> MACHINE_CODE = List.of("sha-ni", "avx-512");

  @Test
  void prefersTheWidestVectorsThatTheProcessorHas() {
    int bits = new VectorWidth().getAsInt();
    String best =
        CpuKernels.all().stream()
            .filter(CpuKernel::isAvailable)
            .map(CpuKernel::name)
            .filter(name -> !MACHINE_CODE.contains(name))
            .findFirst()
            .orElseThrow();
    assertThat(best).isEqualTo(bits < 128 ? "scalar" : "vector-" + Math.min(512, bits));
  }

  @Test
  void putsMachineCodeFirstAndSaysWhyItCannotRun() {
    List<CpuKernel> first = CpuKernels.all().subList(0, 2);
    assertThat(first).extracting(CpuKernel::name).containsExactlyElementsOf(MACHINE_CODE);
    for (CpuKernel kernel : first) {
      assertThat(kernel.warmsUp()).isFalse();
      assertThat(kernel.unavailabilityCause().map(Throwable::getMessage))
          .satisfiesAnyOf(
              cause -> assertThat(cause).isEmpty(),
              cause -> assertThat(cause.orElseThrow()).contains("x86-64"),
              cause -> assertThat(cause.orElseThrow()).contains("this processor has no "));
    }
  }

  @Test
  void runsNoMachineCodeWhereItIsSwitchedOff() {
    System.setProperty("gruve.machine-code", "off");
    try {
      assertThat(MachineKernels.all())
          .allSatisfy(
              kernel ->
                  assertThat(kernel.unavailabilityCause().orElseThrow())
                      .hasMessageContaining("gruve.machine-code=off"));
    } finally {
      System.clearProperty("gruve.machine-code");
    }
  }

  @Test
  void endsWithTheKernelThatRunsEverywhere() {
    List<CpuKernel> all = CpuKernels.all();
    assertThat(all).extracting(CpuKernel::name).endsWith("scalar");
    assertThat(all.getLast().isAvailable()).isTrue();
  }

  @Test
  void refusesToRunAKernelThatCannotBeUsedAndSaysWhy() {
    CpuKernel kernel = OddKernels.unusable("vector-512", "made of glass");
    assertThatThrownBy(() -> CpuDevice.with(kernel, 1).searcher(0))
        .hasMessageContaining("vector-512")
        .hasRootCauseMessage("made of glass");
  }
}
