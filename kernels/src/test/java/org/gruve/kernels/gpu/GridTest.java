package org.gruve.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.core.block.Target;
import org.gruve.core.work.Work;
import org.gruve.kernels.TestWorks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  private static final Grid GRID = new Grid(132, Setting.USUAL);

  @ParameterizedTest
  @ValueSource(longs = {1, 128, 129, 8_388_480, 8_388_481, GpuWork.MOST_NONCES})
  void hasNoMoreRowsThanCudaTakesAndLeavesNoNonceOut(long nonces) {
    Work work = TestWorks.versions(256, 1, Target.DIFFICULTY_1);
    var scan = new Scan.Versions(new VersionBlock(work, 0, 256), 0, 256, 0, nonces);
    assertThat(GRID.rows(scan)).isBetween(1, 65_535);
    assertThat((long) GRID.rows(scan) * GRID.noncesPerGroup(scan))
        .isGreaterThanOrEqualTo(nonces)
        .isLessThan(nonces + GRID.noncesPerGroup(scan));
  }
}
