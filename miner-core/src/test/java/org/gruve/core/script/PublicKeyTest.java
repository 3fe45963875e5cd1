package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

final class PublicKeyTest {
  private static final ECPoint POINT = Secp256k1.G.multiply(BigInteger.valueOf(7)).normalize();
  private static final byte[] COMPRESSED = POINT.getEncoded(true);
  private static final boolean ODD = COMPRESSED[0] == 3;

  @Test
  void compressesUncompressedAndHybridKeys() {
    assertThat(PublicKey.compressed(COMPRESSED)).isEqualTo(COMPRESSED);
    assertThat(PublicKey.compressed(POINT.getEncoded(false))).isEqualTo(COMPRESSED);
    assertThat(PublicKey.compressed(headed(ODD ? 7 : 6))).isEqualTo(COMPRESSED);
  }

  @Test
  void refusesAHybridKeyThatLiesAboutItsParity() {
    assertThat(PublicKey.compressed(headed(ODD ? 6 : 7))).isNull();
  }

  @Test
  void refusesPointsThatAreNotOnTheCurve() {
    byte[] key = POINT.getEncoded(false);
    key[64] ^= 1;
    assertThat(PublicKey.compressed(key)).isNull();
  }

  @Test
  void refusesCoordinatesThatAreRightModuloThePrimeOnly() {
    BigInteger x = BigInteger.ONE;
    ECPoint small = Objects.requireNonNull(Secp256k1.lift(x, true));
    byte[] key = small.getEncoded(false);
    assertThat(PublicKey.compressed(key)).isNotNull();
    System.arraycopy(TestRows.bytes32(x.add(Secp256k1.P)), 0, key, 1, 32);
    assertThat(PublicKey.compressed(key)).isNull();
  }

  @Test
  void refusesOtherSizesAndHeads() {
    for (int head : new int[] {0, 1, 2, 3, 5, 8, 0x84}) {
      assertThat(PublicKey.compressed(headed(head))).as("head %d", head).isNull();
    }
    for (int size : new int[] {0, 1, 32, 34, 64}) {
      byte[] key = new byte[size];
      if (size > 0) {
        key[0] = 2;
      }
      assertThat(PublicKey.compressed(key)).as("%d bytes", size).isNull();
    }
    byte[] four = HexFormat.of().parseHex("04" + "00".repeat(32));
    assertThat(PublicKey.compressed(four)).isNull();
  }

  @Test
  void looksAtTheHeadAndTheLengthOfAnEncodingOnly() {
    byte[] offCurve = new byte[33];
    offCurve[0] = 2;
    offCurve[32] = 5;
    assertThat(PublicKey.isCompressed(offCurve)).isTrue();
    assertThat(PublicKey.isCompressedOrUncompressed(offCurve)).isTrue();
    assertThat(PublicKey.isCompressedOrUncompressed(headed(4))).isTrue();
    assertThat(PublicKey.isCompressed(headed(4))).isFalse();
    assertThat(PublicKey.isCompressedOrUncompressed(headed(6))).isFalse();
    assertThat(PublicKey.isCompressedOrUncompressed(new byte[0])).isFalse();
  }

  private static byte[] headed(int head) {
    byte[] key = POINT.getEncoded(false);
    key[0] = (byte) head;
    return key;
  }
}
