package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChainProcessTest {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endsAtTheLastWholeBlockWhereThereIsNoRoomForMore() throws IOException {
    List<String> said;
    try (ChainProcess other = ChainProcess.withLittleRoom(folder)) {
      said = other.allLines();
    }
    assertThat(said).hasSizeGreaterThan(1).last().asString().contains("File too large");
    try (PracticeChain after = PracticeChain.open(folder)) {
      assertThat(after.notice()).isEmpty();
      assertThat(after.height()).isEqualTo(said.size() - 1);
    }
  }

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
