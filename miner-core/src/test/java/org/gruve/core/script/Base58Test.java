package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.gruve.core.TestData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class Base58Test {
  private static final long SEED = 20261129;

  @Test
  void agreesWithCoresVectorsBothWays() {
    JsonNode vectors =
        JsonMapper.shared().readTree(TestData.bytes("core/base58_encode_decode.json"));
    assertThat(vectors).hasSize(21);
    for (JsonNode vector : vectors) {
      byte[] bytes = HexFormat.of().parseHex(vector.get(0).asString());
      String text = vector.get(1).asString();
      assertThat(Base58.encode(bytes)).isEqualTo(text);
      assertThat(Base58.decode(text, 256)).isEqualTo(bytes);
      assertThat(Base58.decode(text, bytes.length)).isEqualTo(bytes);
      if (bytes.length > 0) {
        assertThat(Base58.decode(text, bytes.length - 1)).isNull();
      }
    }
  }

  @Test
  void agreesWithBitcoinj() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int zeros = random.nextInt(4); zeros > 0 && zeros <= bytes.length; zeros--) {
        bytes[zeros - 1] = 0;
      }
      String text = org.bitcoinj.base.Base58.encode(bytes);
      assertThat(Base58.encode(bytes)).as("seed %d, %d", SEED, i).isEqualTo(text);
      assertThat(Base58.decode(text, 40)).as("seed %d, %d", SEED, i).isEqualTo(bytes);
      String checked = Base58.encodeChecked(bytes);
      assertThat(Base58.decodeChecked(checked, 40)).as("seed %d, %d", SEED, i).isEqualTo(bytes);
    }
  }

  @Test
  void refusesOtherCharactersAndWrongChecksums() {
    for (String text : new String[] {"0", "O", "I", "l", " 2g", "2g ", "2\0g", "é"}) {
      assertThat(Base58.decode(text, 100)).as(text).isNull();
    }
    assertThat(Base58.decodeChecked("", 100)).isNull();
    assertThat(Base58.decodeChecked("2g", 100)).isNull();
    assertThat(Base58.decodeChecked("1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mp", 100)).isNull();
  }

  @Test
  void refusesLongTextsAtOnce() {
    assertThat(Base58.decode("z".repeat(10_000_000), 25)).isNull();
    assertThat(Base58.decode("1".repeat(26), 25)).isNull();
  }
}
