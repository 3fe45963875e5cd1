package org.gruve.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.gruve.core.work.Work;
import org.gruve.kernels.Layout;
import org.gruve.kernels.cpu.CpuKernel;
import org.gruve.kernels.cpu.CpuKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the body of the benchmark once for all that it measures, so that it cannot rot. */
final class ScanBenchmarkTest {
  /** Cold kernels are slow. */
  private static final int FEW = 1 << 12;

  static Stream<Arguments> pairs() {
    return CpuKernels.all().stream()
        .filter(CpuKernel::isAvailable)
        .flatMap(kernel -> Stream.of(Layout.values()).map(one -> Arguments.of(kernel.name(), one)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheBlockInEachKernelAndLayout(String kernel, Layout layout) {
    ScanBenchmark benchmark = new ScanBenchmark(FEW);
    benchmark.kernel = kernel;
    benchmark.layout = layout;
    benchmark.open();
    assertThat(benchmark.scan())
        .contains(ScanWindow.key(ScanWindow.GOLDEN.version(), ScanWindow.GOLDEN.nonce()));
    benchmark.close();
  }

  @ParameterizedTest
  @CsvSource({"ONE_VERSION,1,4096", "VERSION_ROLLED,512,8"})
  void fillsTheMidstatesOfARolledKernel(Layout layout, int versions, int nonces) {
    Work work = ScanWindow.of(layout, FEW).work();
    assertThat(work.versions().count()).isEqualTo(versions);
    assertThat(work.nonces()).isEqualTo(nonces);
  }

  @Test
  void namesAKernelThatIsNotThere() {
    ScanBenchmark benchmark = new ScanBenchmark(FEW);
    benchmark.kernel = "abacus";
    assertThatThrownBy(benchmark::open).hasMessageContaining("abacus");
  }
}
