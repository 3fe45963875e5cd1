package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.kernels.cpu.CpuKernel;
import org.gruve.kernels.cpu.CpuKernels;
import org.gruve.kernels.cpu.OddKernels;
import org.junit.jupiter.api.Test;

class KernelRankingTest {
  private final CpuKernel scalar = OddKernels.scalar();
  private final CpuKernel lazy = OddKernels.lazy();
  private final CpuKernel compiled = OddKernels.forgetful();

  @Test
  void putsTheFasterOfThoseThatAreFastAtOnceFirst() {
    assertThat(KernelRanking.of(List.of(lazy, scalar, compiled)))
        .containsExactly(scalar, lazy, compiled);
    assertThat(KernelRanking.of(List.of(scalar, lazy, compiled)))
        .containsExactly(scalar, lazy, compiled);
  }

  @Test
  void leavesThoseThatHaveToBeCompiledInTheirOrder() {
    List<CpuKernel> kernels = List.of(compiled, scalar, lazy);
    assertThat(KernelRanking.of(kernels)).isEqualTo(kernels);
  }

  @Test
  void keepsAllKernelsOfThisProcessor() {
    List<CpuKernel> usable = CpuKernels.all().stream().filter(CpuKernel::isAvailable).toList();
    assertThat(KernelRanking.of(usable)).containsExactlyInAnyOrderElementsOf(usable);
  }
}
