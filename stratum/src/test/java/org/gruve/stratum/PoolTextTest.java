package org.gruve.stratum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTextTest {
  @ParameterizedTest
  @CsvSource({
    "plain text, plain text",
    "tab\there, tab here",
    "a\u001b[31mb, a?[31mb",
    "a\u009bb, a?b",
    "a\u0000b, a?b",
    "a\u007fb, a?b",
    "a\u202eb, a?b",
    "a\u2028b, a?b",
    "a\ud800b, a?b",
    "æøå ⛏ 😀, æøå ⛏ 😀"
  })
  void replacesWhatCouldHarmATerminal(String text, String shown) {
    assertThat(PoolText.clean(text)).isEqualTo(shown);
  }

  @Test
  void keepsTextOnOneLine() {
    assertThat(PoolText.clean(" one\r\ntwo ")).isEqualTo("one??two");
  }

  @Test
  void boundsTheLength() {
    assertThat(PoolText.clean("x".repeat(256))).hasSize(256).doesNotContain("…");
    assertThat(PoolText.clean("x".repeat(1_000_000))).hasSize(256).endsWith("…");
    assertThat(PoolText.clean("😀".repeat(10), 5)).isEqualTo("😀😀…");
  }
}
