package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.crypto.TransactionSignature;
import org.junit.jupiter.api.Test;

final class EcdsaSignatureTest {
  private static final long SEED = 20261126;
  private static final String R = "00".repeat(31) + "11";
  private static final String ZEROS = "00".repeat(64);
  private static final String N = Secp256k1.N.toString(16);

  @Test
  void readsStrictAndLaxFormsOfTheSameNumbers() {
    Stream.of(
            "3006" + "020111" + "020122",
            "3000" + "020111" + "020122",
            "308106" + "020111" + "020122",
            "3084ffffffff" + "020111" + "020122",
            "3006" + "02810111" + "0282000122",
            "3006" + "02850000000001" + "11" + "0287000000000000" + "0122",
            "3006" + "0203000011" + "02210000" + "00".repeat(30) + "22",
            "3006" + "022a" + "00".repeat(41) + "11" + "020122" + "deadbeef")
        .forEach(der -> assertThat(lax(der)).as(der).isEqualTo(R + "00".repeat(31) + "22"));
  }

  @Test
  void readsNegativeNumbersAsPositiveAndNoBytesAsZero() {
    assertThat(lax("3006" + "020181" + "0200")).isEqualTo("00".repeat(31) + "81" + "00".repeat(32));
  }

  @Test
  void makesZerosOfNumbersThatAreNotBelowTheOrder() {
    assertThat(lax("3044" + "0220" + N + "020122")).isEqualTo(ZEROS);
    assertThat(lax("3044" + "020111" + "0220" + N)).isEqualTo(ZEROS);
    assertThat(lax("3044" + "022101" + "00".repeat(32) + "020122")).isEqualTo(ZEROS);
  }

  @Test
  void bringsTheHighHalfOfSLow() {
    String high = Secp256k1.N.subtract(BigInteger.valueOf(0x22)).toString(16);
    assertThat(lax("3025" + "020111" + "0220" + high)).isEqualTo(R + "00".repeat(31) + "22");
    assertThat(EcdsaSignature.isLowS(hex("3025" + "020111" + "0220" + high))).isFalse();
    assertThat(EcdsaSignature.isLowS(hex("3006" + "020111" + "020122"))).isTrue();
  }

  @Test
  void takesAnOverflowForALowSAndNothingForNone() {
    assertThat(EcdsaSignature.isLowS(hex("3044" + "020111" + "0220" + N))).isTrue();
    assertThat(EcdsaSignature.isLowS(hex("3006" + "020111"))).isFalse();
  }

  @Test
  void givesUpWhereBytesEndOrTagsAreWrong() {
    Stream.of(
            "",
            "30",
            "3106020111020122",
            "3006",
            "3081",
            "3085000000",
            "3006030111020122",
            "300602",
            "30060202",
            "3006020311",
            "3006020111",
            "30060201110301",
            "300602011102",
            "30060201110202" + "22",
            "3006028401000000" + "11",
            "300602850100000000" + "11",
            "3006028500ffffffff" + "11",
            "3006028211")
        .forEach(der -> assertThat(EcdsaSignature.parseLax(hex(der))).as(der).isNull());
  }

  @Test
  void readsAnyBytesWithoutFailing() {
    Random random = new Random(SEED);
    byte[] good = hex("3044" + "0220" + "11".repeat(32) + "0220" + "22".repeat(32));
    for (int i = 0; i < 20_000; i++) {
      byte[] der = Arrays.copyOf(good, random.nextInt(good.length + 4));
      for (int j = random.nextInt(4); j > 0 && der.length > 0; j--) {
        der[random.nextInt(der.length)] = (byte) random.nextInt(256);
      }
      byte[] compact = EcdsaSignature.parseLax(der);
      assertThat(compact == null || compact.length == 64).as("seed %d, %d", SEED, i).isTrue();
      EcdsaSignature.isValidEncoding(der);
    }
  }

  @Test
  void agreesWithBitcoinjOnStrictEncodings() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      byte[] secret =
          new BigInteger(1 + random.nextInt(255), random).add(BigInteger.ONE).toByteArray();
      BigInteger s = new BigInteger(1, secret);
      byte[] der = new ECKey.ECDSASignature(s.shiftRight(random.nextInt(200)), s).encodeToDER();
      byte[] typed = Arrays.copyOf(der, der.length + 1);
      typed[der.length] = 1;
      if (random.nextBoolean()) {
        typed[random.nextInt(typed.length - 1)] ^= (byte) (1 << random.nextInt(8));
      }
      assertThat(EcdsaSignature.isValidEncoding(typed))
          .as("seed %d, %s", SEED, HexFormat.of().formatHex(typed))
          .isEqualTo(TransactionSignature.isEncodingCanonical(typed));
    }
  }

  private static String lax(String der) {
    byte[] compact = EcdsaSignature.parseLax(hex(der));
    return compact == null ? "unreadable" : HexFormat.of().formatHex(compact);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
