package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the assembler makes of the texts that the jar carries. */
class ShippedPtxTest {
  private static final String COUNTED = "sm_90";
  private static final int REGISTERS = 64;

  /** What the drivers of all supported GPUs take, whatever toolkit made the text. */
  private static final List<String> HEADER = List.of(".version 6.3", ".target sm_50");

  private List<ShippedPtx> texts = List.of();

  @BeforeEach
  void findTexts() throws Exception {
    texts = ShippedPtx.all();
    assertThat(texts)
        .as("the PTX texts among the resources, that which devices are given among them")
        .extracting(ShippedPtx::text)
        .contains(CudaText.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm_75", "sm_80", "sm_86", "sm_89", "sm_90", "sm_100", "sm_120"})
  void assemblesFor(String architecture) throws Exception {
    Ptxas ptxas = Ptxas.assumed();
    for (ShippedPtx ptx : texts) {
      assertThat(ptxas.assemble(ptx.text(), architecture).cubin().kernels())
          .as(ptx.name())
          .isNotEmpty();
    }
  }

  @Test
  void fitsIntoRegistersWithoutSpills() throws Exception {
    Ptxas ptxas = Ptxas.assumed();
    for (ShippedPtx ptx : texts) {
      Map<String, PtxasReport.Use> kernels = ptxas.assemble(ptx.text(), COUNTED).report().kernels();
      assertThat(kernels).as(ptx.name()).isNotEmpty();
      kernels.forEach(
          (kernel, use) -> {
            assertThat(use.registers()).as("registers of " + kernel).isBetween(1, REGISTERS);
            assertThat(use.spillBytes()).as("spills of " + kernel).isZero();
            assertThat(use.stackBytes()).as("stack of " + kernel).isZero();
          });
    }
  }

  @Test
  void costsNoMoreInstructionsThanAllowed() throws Exception {
    Ptxas ptxas = Ptxas.assumed();
    for (ShippedPtx ptx : texts) {
      ptxas.assemble(ptx.text(), COUNTED).cubin().kernels().forEach(this::assertWithinLimit);
    }
  }

  @Test
  void hasAKernelForEachLimit() {
    List<String> kernels =
        texts.stream()
            .flatMap(ptx -> PtxModule.parse(ptx.text()).kernels().stream())
            .map(PtxKernel::name)
            .toList();
    for (KernelLimit limit : KernelLimit.ALL) {
      assertThat(kernels).as(limit.toString()).anyMatch(limit::isFor);
    }
  }

  private void assertWithinLimit(String kernel, SassCode code) {
    Optional<KernelLimit> limit = KernelLimit.of(kernel);
    if (limit.isPresent()) {
      SassCount count = limit.orElseThrow().count(code);
      assertThat(count.of(SassOpcode.Pipe.ALU))
          .as(kernel + ": " + count)
          .isBetween(1, limit.orElseThrow().alu());
    }
  }

  @Test
  void isUnderstoodByOldDriversAndByTheInterpreter() {
    for (ShippedPtx ptx : texts) {
      assertThat(ptx.text().lines()).as(ptx.name()).containsAll(HEADER);
      assertThat(PtxModule.parse(ptx.text()).kernels()).as(ptx.name()).isNotEmpty();
    }
  }
}
