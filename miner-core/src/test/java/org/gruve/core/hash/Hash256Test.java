package org.gruve.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class Hash256Test {
  private static final String GENESIS =
      "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";

  @Test
  void displayOrderIsTheReverseOfHashedOrder() {
    Hash256 hash = Hash256.fromDisplay(GENESIS);
    assertThat(hash.bytes()).startsWith(0x6f, 0xe2, 0x8c).endsWith(0x19, 0, 0, 0, 0, 0);
    assertThat(hash.display()).isEqualTo(GENESIS);
    assertThat(hash).hasToString(GENESIS);
  }

  @Test
  void valueIsTheDisplayedNumber() {
    assertThat(Hash256.fromDisplay(GENESIS).value()).isEqualTo(new BigInteger(GENESIS, 16));
    assertThat(Hash256.fromDisplay("ff".repeat(32)).value().bitLength()).isEqualTo(256);
  }

  @Test
  void topWordIsTheFirstEightDigitsShown() {
    assertThat(Hash256.fromDisplay("89abcdef" + "0".repeat(56)).topWord()).isEqualTo(0x89abcdef);
    assertThat(Hash256.fromDisplay("0".repeat(56) + "ffffffff").topWord()).isZero();
  }

  @Test
  void keepsItsBytesToItself() {
    byte[] bytes = new byte[32];
    Hash256 hash = Hash256.of(bytes);
    bytes[0] = 1;
    hash.bytes()[0] = 1;
    assertThat(hash).isEqualTo(Hash256.ZERO).hasSameHashCodeAs(Hash256.ZERO);
  }

  @Test
  void readsAndWritesAtAnOffset() {
    byte[] around = new byte[40];
    Hash256.fromDisplay(GENESIS).writeTo(around, 5);
    assertThat(around[4]).isZero();
    assertThat(Hash256.of(around, 5)).isEqualTo(Hash256.fromDisplay(GENESIS));
  }

  @Test
  void refusesOtherLengths() {
    assertThatThrownBy(() -> Hash256.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash256.fromDisplay("00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash256.fromDisplay("zz".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash256.of(new byte[40], 9))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
