package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.bitcoinj.base.internal.ByteUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactBitsTest {
  private static final long SEED = 20261124;

  /** Core's arith_uint256_tests.cpp, bignum_SetCompact. */
  @ParameterizedTest
  @CsvSource({
    "01123456, 12, 01120000",
    "02123456, 1234, 02123400",
    "03123456, 123456, 03123456",
    "04123456, 12345600, 04123456",
    "05009234, 92340000, 05009234",
    "20123456, 1234560000000000000000000000000000000000000000000000000000000000, 20123456",
    "1d00ffff, ffff0000000000000000000000000000000000000000000000000000, 1d00ffff",
    "0200ff00, ff, 0200ff00",
  })
  void readsAndWritesCoresVectors(String nbits, String value, String again) {
    Target target = CompactBits.target(Integer.parseUnsignedInt(nbits, 16)).orElseThrow();
    assertThat(target.value()).isEqualTo(new BigInteger(value, 16));
    assertThat(CompactBits.of(target)).isEqualTo(Integer.parseUnsignedInt(again, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000",
        "00123456",
        "01003456",
        "02000056",
        "03000000",
        "04000000",
        "00923456",
        "01803456",
        "02800056",
        "03800000",
        "04800000",
        "ff000000"
      })
  void zeroIsNoTarget(String nbits) {
    int bits = Integer.parseUnsignedInt(nbits, 16);
    assertThat(CompactBits.magnitude(bits)).isZero();
    assertThat(CompactBits.isNegative(bits)).isFalse();
    assertThat(CompactBits.overflows(bits)).isFalse();
    assertThat(CompactBits.target(bits)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"01fedcba, 7e", "04923456, 12345600"})
  void negativeIsNoTarget(String nbits, String magnitude) {
    int bits = Integer.parseUnsignedInt(nbits, 16);
    assertThat(CompactBits.isNegative(bits)).isTrue();
    assertThat(CompactBits.magnitude(bits)).isEqualTo(new BigInteger(magnitude, 16));
    assertThat(CompactBits.target(bits)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff123456", "23000001", "22000100", "21010000", "7f7fffff"})
  void whatExceeds256BitsIsNoTarget(String nbits) {
    int bits = Integer.parseUnsignedInt(nbits, 16);
    assertThat(CompactBits.overflows(bits)).isTrue();
    assertThat(CompactBits.target(bits)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"220000ff", "2100ffff", "207fffff"})
  void whatJustFitsIsATarget(String nbits) {
    assertThat(CompactBits.target(Integer.parseUnsignedInt(nbits, 16))).isPresent();
  }

  @Test
  void randomBitsMeanWhatBitcoinjSays() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int bits = random.nextInt(0x21) << 24 | random.nextInt(0x80_0000);
      BigInteger theirs = ByteUtils.decodeCompactBits(Integer.toUnsignedLong(bits));
      BigInteger ours = CompactBits.target(bits).map(Target::value).orElse(BigInteger.ZERO);
      assertThat(ours).as("seed %d, nBits %08x", SEED, bits).isEqualTo(theirs);
    }
  }

  @Test
  void randomTargetsAreWrittenAsBitcoinjDoes() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      Target target = new Target(new BigInteger(random.nextInt(257), random).max(BigInteger.ONE));
      assertThat(Integer.toUnsignedLong(CompactBits.of(target)))
          .as("seed %d, target %s", SEED, target)
          .isEqualTo(ByteUtils.encodeCompactBits(target.value()));
    }
  }

  @Test
  void writesTheGreatestTarget() {
    assertThat(CompactBits.of(Target.MAX)).isEqualTo(0x2100ffff);
    assertThat(CompactBits.of(new Target(BigInteger.ZERO))).isZero();
    assertThat(CompactBits.of(new Target(BigInteger.valueOf(0x80)))).isEqualTo(0x02008000);
  }
}
