package org.gruve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.BlockHeader;
import org.junit.jupiter.api.Test;

final class KnownBlockTest {
  @Test
  void isTheBlockThatOthersKnow() {
    List<String> checkpoints = TestData.lines("headers/bitcoinj_production.checkpoints.txt");
    byte[] last = Base64.getDecoder().decode(checkpoints.getLast());
    BlockHeader header = BlockHeader.parse(last, last.length - BlockHeader.SIZE);
    assertThat(KnownBlock.RECENT.header()).isEqualTo(header);
    assertThat(last).contains(0x00, 0x0d, 0x69, 0x80);
    assertThat(KnownBlock.RECENT.height()).isEqualTo(0x0d6980);
  }

  @Test
  void meetsItsOwnTargetAndKnowsItsDay() {
    assertThat(KnownBlock.RECENT.target().isMetBy(KnownBlock.RECENT.header().hash())).isTrue();
    assertThat(KnownBlock.RECENT.header().hash().display())
        .isEqualTo("00000000000000000002819359a9af460f342404bec23e7478512a619584083b");
    assertThat(KnownBlock.RECENT.day()).isEqualTo("12 January 2025");
  }
}
