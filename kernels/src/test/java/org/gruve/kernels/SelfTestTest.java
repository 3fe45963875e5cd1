package org.gruve.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.work.Candidate;
import org.gruve.kernels.cpu.CpuDevice;
import org.gruve.kernels.cpu.OddKernels;
import org.junit.jupiter.api.Test;

class SelfTestTest {
  @Test
  void takesNoRateWhereItIsToStop() {
    SelfTest.Result result = SelfTest.run(CpuDevice.with(OddKernels.scalar(), 1), () -> true);
    assertThat(result.passed()).isTrue();
    assertThat(result.hashrate()).isZero();
  }

  @Test
  void passesADeviceThatIsRightAndMeasuresIt() {
    SelfTest.Result result = SelfTest.run(CpuDevice.with(OddKernels.scalar(), 2));
    assertThat(result.failure()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.cases()).isEqualTo(SelfTestCases.all().size());
    assertThat(result.hashrate()).isPositive();
  }

  @Test
  void failsADeviceThatMissesAHit() {
    SelfTest.Result result = SelfTest.run(CpuDevice.with(OddKernels.forgetful(), 1));
    assertThat(result.passed()).isFalse();
    assertThat(result.failure()).contains("hits");
    assertThat(result.hashrate()).isZero();
  }

  @Test
  void asksForRealBlocksThatAreReal() {
    for (BlockHeader header : RealHeaders.all()) {
      assertThat(header.hash().topWord()).as(header.hash().display()).isZero();
    }
  }

  @Test
  void expectsTheHitsOfAnotherImplementationToo() {
    for (SelfTestCase test : SelfTestCases.all()) {
      List<Candidate> expected = ReferenceDevice.hits(test.work(), 0, test.work().hashes());
      assertThat(test.hits())
          .as(test.name())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
