package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class BlockHeaderTest {
  private static final String GENESIS =
      "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b2"
          + "7ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";

  @Test
  void readsTheFieldsOfTheFirstBlock() {
    BlockHeader header = BlockHeader.parse(HexFormat.of().parseHex(GENESIS));
    assertThat(header)
        .isEqualTo(
            new BlockHeader(
                1,
                Hash256.ZERO,
                Hash256.fromDisplay(
                    "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"),
                1231006505,
                0x1d00ffff,
                2083236893));
    assertThat(header.hash().display())
        .isEqualTo("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
  }

  @Test
  void writesWhatItRead() {
    byte[] bytes = HexFormat.of().parseHex("ff".repeat(3) + GENESIS);
    assertThat(HexFormat.of().formatHex(BlockHeader.parse(bytes, 3).bytes())).isEqualTo(GENESIS);
  }

  @Test
  void changesOneFieldAtATime() {
    BlockHeader header = BlockHeader.parse(HexFormat.of().parseHex(GENESIS));
    assertThat(header.withNonce(-1).nonce()).isEqualTo(-1);
    assertThat(header.withNonce(-1).withNonce(header.nonce())).isEqualTo(header);
    assertThat(header.withMerkleRoot(Hash256.ZERO).withMerkleRoot(header.merkleRoot()))
        .isEqualTo(header);
  }

  @Test
  void refusesOtherLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> BlockHeader.parse(new byte[79]));
    assertThatIllegalArgumentException().isThrownBy(() -> BlockHeader.parse(new byte[81]));
    assertThatIllegalArgumentException().isThrownBy(() -> BlockHeader.parse(new byte[81], 2));
    assertThatIllegalArgumentException().isThrownBy(() -> BlockHeader.parse(new byte[81], -1));
  }
}
