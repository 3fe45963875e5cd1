package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|under 0.1 s",
        "0.09|under 0.1 s",
        "0.44|0.4 s",
        "1|1 s",
        "4.04|4 s",
        "4.5|4.5 s",
        "59.4|59 s",
        "59.9|1 min",
        "90|1.5 min",
        "720|12 min",
        "3599|1 hour",
        "18000|5 hours",
        "86400|1 day",
        "267840|3.1 days",
        "31557600|1 year",
        "6.6e12|210,000 years",
        "3.15576e13|1 million years",
        "6.3e17|20 billion years",
        "6.3e21|200,000 billion years",
        "Infinity|forever",
        "NaN|forever"
      })
  void saysSecondsAsPeopleDo(double seconds, String words) {
    assertThat(Odds.inWords(seconds)).isEqualTo(words);
  }

  @Test
  void meanIsExpectedHashesOverRate() {
    assertThat(Odds.meanSeconds(Target.DIFFICULTY_1, 0x1p32)).isBetween(1.0, 1.0001);
    assertThat(Odds.inWords(Odds.meanSeconds(Target.DIFFICULTY_1, 0))).isEqualTo("forever");
  }

  @Test
  void aGpuOnTheMainChainWaitsForAges() {
    Target mainChain = CompactBits.target(0x17021a91).orElseThrow();
    assertThat(Odds.inWords(Odds.meanSeconds(mainChain, 10e9))).endsWith("million years");
  }
}
