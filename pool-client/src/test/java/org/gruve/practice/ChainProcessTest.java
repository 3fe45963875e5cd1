package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainProcessTest {
  @TempDir Path folder;

  @Test
  void keepsAllBlocksOfAProcessThatWasKilledAndItsFolderFromOthersBefore() throws IOException {
    int reported = 0;
    for (int round = 0; round < 2; round++) {
      try (ChainProcess other = new ChainProcess(folder)) {
        for (int i = 0; i < 4; i++) {
          reported = other.nextHeight();
        }
        try (PracticeChain meanwhile = PracticeChain.open(folder)) {
          assertThat(meanwhile.notice()).contains("in use by another process");
          assertThat(meanwhile.height()).isZero();
        }
        other.kill();
      }
      try (PracticeChain after = PracticeChain.open(folder)) {
        assertThat(after.height()).isGreaterThanOrEqualTo(reported);
      }
    }
  }
}
