package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, 01",
    "-1, 81",
    "16, 10",
    "127, 7f",
    "128, 8000",
    "-128, 8080",
    "255, ff00",
    "-255, ff80",
    "256, 0001",
    "2147483647, ffffff7f",
    "-2147483647, ffffffff",
    "549755813887, ffffffff7f",
  })
  void numbersHaveOneShortestForm(long number, String hex) throws ScriptFailure {
    byte[] element = HexFormat.of().parseHex(hex);
    assertThat(ScriptNumber.encode(number)).isEqualTo(element);
    assertThat(ScriptNumber.decode(element, true, ScriptNumber.LOCK_TIME)).isEqualTo(number);
  }

  /** Sums of operands reach beyond them. */
  @ParameterizedTest
  @CsvSource({"4294967294, feffffff00", "-4294967294, feffffff80", "2147483648, 0000008000"})
  void resultsMayBeLongerThanOperands(long number, String hex) {
    byte[] element = HexFormat.of().parseHex(hex);
    assertThat(ScriptNumber.encode(number)).isEqualTo(element);
    assertThatExceptionOfType(ScriptFailure.class)
        .isThrownBy(() -> ScriptNumber.decode(element, false, ScriptNumber.OPERAND))
        .withMessage("SCRIPTNUM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "80", "0100", "0180", "ff0000", "ffff0080"})
  void longerFormsAreRefusedOnlyWhereAsked(String hex) throws ScriptFailure {
    byte[] element = HexFormat.of().parseHex(hex);
    long number = ScriptNumber.decode(element, false, ScriptNumber.OPERAND);
    assertThat(ScriptNumber.encode(number)).hasSizeLessThan(element.length);
    assertThatExceptionOfType(ScriptFailure.class)
        .isThrownBy(() -> ScriptNumber.decode(element, true, ScriptNumber.OPERAND));
  }
}
