package org.gruve.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void readsHexOfEitherCaseAndWritesLowerCase() {
    assertThat(Bytes.ofHex("00fFAb").hex()).isEqualTo("00ffab");
    assertThat(Bytes.ofHex("")).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void refusesWhatIsNoHex() {
    assertThatThrownBy(() -> Bytes.ofHex("abc")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bytes.ofHex("0x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItsBytesToItself() {
    byte[] bytes = {1, 2};
    Bytes kept = Bytes.of(bytes);
    bytes[0] = 9;
    kept.toArray()[1] = 9;
    assertThat(kept.hex()).isEqualTo("0102");
  }

  @Test
  void joinsAndCuts() {
    Bytes joined = Bytes.ofHex("0102").then(Bytes.EMPTY).then(Bytes.ofHex("f0"));
    assertThat(joined.hex()).isEqualTo("0102f0");
    assertThat(Bytes.of(joined.toArray(), 1, 2).hex()).isEqualTo("02f0");
    assertThat(joined.at(2)).isEqualTo(0xf0);
  }

  @Test
  void knowsWhatItBeginsWith() {
    Bytes bytes = Bytes.ofHex("0102f0");
    assertThat(bytes.startsWith(Bytes.EMPTY)).isTrue();
    assertThat(bytes.startsWith(bytes)).isTrue();
    assertThat(bytes.startsWith(Bytes.ofHex("0103"))).isFalse();
    assertThat(bytes.startsWith(Bytes.ofHex("0102f000"))).isFalse();
  }

  @Test
  void writesItselfInPlace() {
    byte[] out = new byte[4];
    Bytes.ofHex("0102").writeTo(out, 1);
    assertThat(out).containsExactly(0, 1, 2, 0);
  }
}
