package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PtxasReportTest {
  @Test
  void readsWhatEachKernelTakes() {
    String said =
        """
        ptxas info    : 0 bytes gmem
        ptxas info    : Compiling entry function 'small' for 'sm_90'
        ptxas info    : Function properties for small
            0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
        ptxas info    : Used 64 registers, used 1 barriers, 24576 bytes smem
        ptxas info    : Compile time = 279.316 ms
        ptxas info    : Compiling entry function 'large' for 'sm_90'
        ptxas info    : Function properties for large
            16 bytes stack frame, 12 bytes spill stores, 20 bytes spill loads
        ptxas info    : Used 255 registers, used 0 barriers, 16 bytes cumulative stack size
        """;
    assertThat(PtxasReport.read(said).kernels())
        .containsExactly(
            entry("large", new PtxasReport.Use(255, 16, 32)),
            entry("small", new PtxasReport.Use(64, 0, 0)));
  }
}
