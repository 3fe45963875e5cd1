package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0xfc, 0xfd, 0xffff, 0x10000, 0x0200_0000})
  void readsTheSizesThatAreWritten(int size) {
    ByteReader in = new ByteReader(new ByteWriter().compactSize(size).toArray());
    assertThat(in.compactSize()).isEqualTo(size);
    assertThat(in.remaining()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fd0000",
        "fdfc00",
        "fe00000000",
        "feffff0000",
        "ff0000000000000000",
        "ffffffffff00000000",
      })
  void refusesSizesThatCouldBeShorter(String hex) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> reader(hex).compactSize())
        .withMessageContaining("shortest form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fe01000002", "feffffffff", "ff0000000001000000", "ffffffffffffffffff"})
  void refusesSizesBeyondTheLimit(String hex) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> reader(hex).compactSize())
        .withMessageContaining("beyond");
  }

  @Test
  void numbersAreLittleEndian() {
    ByteReader in = reader("ff" + "04030201" + "0807060504030201");
    assertThat(in.uint8()).isEqualTo(255);
    assertThat(in.int32()).isEqualTo(0x01020304);
    assertThat(in.int64()).isEqualTo(0x0102030405060708L);
  }

  @Test
  void writesWhatItReads() {
    byte[] bytes =
        new ByteWriter().uint8(200).int32(-2).int64(-3).bytes(Bytes.ofHex("0102")).toArray();
    ByteReader in = new ByteReader(bytes);
    assertThat(in.uint8()).isEqualTo(200);
    assertThat(in.int32()).isEqualTo(-2);
    assertThat(in.int64()).isEqualTo(-3);
    assertThat(in.bytes()).isEqualTo(Bytes.ofHex("0102"));
    in.end();
  }

  @Test
  void saysWhereItWasCutShort() {
    ByteReader in = reader("0a0102");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(in::bytes)
        .withMessage("cut short: 10 bytes are needed and 2 are left, at byte 1")
        .satisfies(e -> assertThat(e.offset()).isEqualTo(1));
  }

  private static ByteReader reader(String hex) {
    return new ByteReader(HexFormat.of().parseHex(hex));
  }
}
