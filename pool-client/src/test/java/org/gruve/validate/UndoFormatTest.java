package org.gruve.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Coin;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UndoFormatTest {
  private static final String X =
      "678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb6";

  /** Amounts and VARINTs of Core's own unit tests (compress_tests.cpp, serialize_tests.cpp). */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1000000, 7",
    "100000000, 9",
    "5000000000, 50",
    "2100000000000000, 21000000"
  })
  void decompressesAmounts(long satoshis, long compressed) {
    assertThat(Amounts.decompress(compressed)).isEqualTo(satoshis);
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "7f, 127",
    "8000, 128",
    "807f, 255",
    "8100, 256",
    "a334, 4660",
    "82fe7f, 65535",
    "c7e756, 1193046",
    "8efefefe7f, 4294967295"
  })
  void readsVarInts(String hex, long number) {
    ByteReader in = new ByteReader(Bytes.ofHex(hex).toArray());
    assertThat(Amounts.varInt(in)).isEqualTo(number);
    assertThat(in.remaining()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ffffffffffffffffffff7f", "80feffffffffffffffffff00", "8e", "8efefeff00"})
  void refusesVarIntsThatAreTooLargeOrCutShort(String hex) {
    ByteReader in = new ByteReader(Bytes.ofHex(hex).toArray());
    assertThatThrownBy(() -> Amounts.varInt32(in)).isInstanceOf(FormatException.class);
  }

  @Test
  void expandsTheKeyOfTheGenesisBlock() {
    Bytes script = Network.MAIN.genesis().transactions().getFirst().outputs().getFirst().script();
    assertThat(script("05" + X)).isEqualTo(script);
    assertThat(script("04" + X)).isNotEqualTo(script);
  }

  @Test
  void expandsTheCommonScripts() {
    String hash = "11".repeat(20);
    assertThat(script("00" + hash).hex()).isEqualTo("76a914" + hash + "88ac");
    assertThat(script("01" + hash).hex()).isEqualTo("a914" + hash + "87");
    assertThat(script("03" + X).hex()).isEqualTo("2103" + X + "ac");
    assertThat(script("0751").hex()).isEqualTo("51");
    assertThat(script("06").hex()).isEmpty();
    assertThat(script("cd17" + "00".repeat(10_001)).hex()).isEqualTo("6a");
  }

  @Test
  void refusesAKeyThatIsNoPoint() {
    assertThatThrownBy(() -> script("04" + "ff".repeat(32))).isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> script("04" + "00".repeat(31) + "05"))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void readsHeightsAndCoinbaseFlags() {
    byte[] undo =
        Bytes.ofHex("01" + "02" + "8149" + "00" + "32" + "0751" + "00" + "09" + "0751").toArray();
    List<Coin> coins = UndoFormat.parse(undo).getFirst();
    TxOut fifty = new TxOut(5_000_000_000L, Bytes.ofHex("51"));
    assertThat(coins.getFirst()).isEqualTo(Coin.of(fifty, 164, true));
    assertThat(coins.getLast().origin()).contains(new Coin.Origin(0, false));
    for (int size = 0; size < undo.length; size++) {
      byte[] cut = Arrays.copyOf(undo, size);
      assertThatThrownBy(() -> UndoFormat.parse(cut)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void meetsRandomBytesWithNothingButAnAnswerOrARefusal() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      try {
        UndoFormat.parse(bytes);
      } catch (FormatException e) {
        assertThat(e.offset()).as("seed " + seed).isBetween(0, bytes.length);
      }
    }
  }

  private static Bytes script(String hex) {
    return CompressedScript.read(new ByteReader(Bytes.ofHex(hex).toArray()));
  }
}
