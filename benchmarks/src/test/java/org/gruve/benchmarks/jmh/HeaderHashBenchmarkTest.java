package org.gruve.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.DigestException;
import org.junit.jupiter.api.Test;

final class HeaderHashBenchmarkTest {
  @Test
  void bothGiveTheBlocksHash() throws DigestException {
    byte[] hash = ScanWindow.GOLDEN.hash().bytes();
    assertThat(new HeaderHashBenchmark().jdk()).isEqualTo(hash);
    assertThat(new HeaderHashBenchmark().gruve()).isEqualTo(hash);
  }

  @Test
  void goesOnAfterMoreHashesThanAnIntCounts() throws DigestException {
    HeaderHashBenchmark benchmark = new HeaderHashBenchmark();
    benchmark.next = -1;
    benchmark.jdk();
    assertThat(benchmark.jdk()).isEqualTo(ScanWindow.GOLDEN.hash().bytes());
  }
}
