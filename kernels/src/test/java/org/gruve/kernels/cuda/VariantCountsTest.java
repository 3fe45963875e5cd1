package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.kernels.gpu.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hash costs the pipe that limits it, by the assembler of CUDA 13.0 for an H100. */
class VariantCountsTest {
  private static final String HOPPER = "sm_90";
  private static final int REGISTERS = 64;

  /** Of these, docs/kernels.md tells. */
  @ParameterizedTest
  @CsvSource({
    "false, false, 0, 1871, 2277",
    "true, false, 0, 1513, 1819",
    "true, true, 0, 1433, 1663",
    "true, true, 73, 1360, 1590",
    "true, true, 96, 1337, 1567"
  })
  void costsAsManyInstructionsAsDocumented(
      boolean sums, boolean shifts, int turns, int versions, int nonces) throws Exception {
    String text = CudaText.of(new Variant(sums, shifts, turns));
    Ptxas.Assembled assembled = Ptxas.assumed().assemble(text, HOPPER);
    assertThat(alu(assembled, "versions")).as("versions").isEqualTo(versions);
    assertThat(alu(assembled, "nonces")).as("nonces").isEqualTo(nonces);
    assembled
        .report()
        .kernels()
        .forEach(
            (kernel, use) -> {
              assertThat(use.registers()).as(kernel).isLessThanOrEqualTo(REGISTERS);
              assertThat(use.spillBytes() + use.stackBytes()).as(kernel).isZero();
            });
  }

  /** The text with everything in it is assembled elsewhere; this one has none of it. */
  @ParameterizedTest
  @ValueSource(strings = {"sm_75", "sm_80", "sm_86", "sm_89", "sm_90", "sm_100", "sm_120"})
  void assemblesPlainFor(String architecture) throws Exception {
    Ptxas.Assembled assembled = Ptxas.assumed().assemble(CudaText.of(Variant.PLAIN), architecture);
    assertThat(assembled.cubin().kernels()).containsOnlyKeys("midstates", "nonces", "versions");
  }

  private static int alu(Ptxas.Assembled assembled, String kernel) {
    SassCode code = assembled.cubin().kernel(kernel);
    return code.count(code.longestInnermostLoop().orElseThrow()).of(SassOpcode.Pipe.ALU);
  }
}
