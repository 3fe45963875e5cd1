package org.gruve.core.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bitcoinj.script.ScriptBuilder;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPushTest {
  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 51",
    "16, 60",
    "17, 0111",
    "127, 017f",
    "128, 028000",
    "255, 02ff00",
    "32767, 02ff7f",
    "32768, 03008000",
    "227836, 03fc7903",
    "8388608, 0400008000",
    "486604799, 04ffff001d",
    "2147483647, 04ffffff7f",
  })
  void numbersAreInTheirShortestForm(int number, String hex) {
    assertThat(ScriptPush.number(number).hex()).isEqualTo(hex);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 100, 127, 128, 129, 255, 256, 65535, 65536, 840_000})
  void numbersEqualBitcoinjs(int number) {
    assertThat(ScriptPush.number(number).toArray())
        .isEqualTo(new ScriptBuilder().number(number).build().program());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 75, 76, 255, 256, 520, 65535})
  void dataEqualsBitcoinjs(int size) {
    byte[] data = new byte[size];
    assertThat(ScriptPush.data(Bytes.of(data)).toArray())
        .isEqualTo(new ScriptBuilder().data(data).build().program());
  }

  /** bitcoinj has no push of more than two bytes of length. */
  @Test
  void longDataTakesTheLastPushOpcode() {
    Bytes pushed = ScriptPush.data(Bytes.of(new byte[65_536]));
    assertThat(pushed.size()).isEqualTo(5 + 65_536);
    assertThat(pushed.startsWith(Bytes.ofHex("4e00000100"))).isTrue();
  }

  @Test
  void refusesWhatItCannotPush() {
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptPush.number(-1));
  }
}
