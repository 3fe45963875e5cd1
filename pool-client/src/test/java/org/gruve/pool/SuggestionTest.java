package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestionTest {
  private static final long MINUTE = Duration.ofSeconds(60).toNanos();

  @ParameterizedTest
  @CsvSource({
    "20e6, 0.0186",
    "1e6, 0.000931",
    "1e3, 0.000000931",
    "5e9, 5",
    "20e9, 19",
    "1e15, 931000"
  })
  void asksForAShareEachFourSeconds(double rate, String asked) {
    Difficulty suggested = byRate(rate).forNewSession(0);
    assertThat(suggested).isEqualTo(new Difficulty(new BigDecimal(asked)));
    double sharesPerMinute = 60 * rate / (Double.parseDouble(asked) * 0x1p32);
    assertThat(sharesPerMinute).isBetween(10.0, 20.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
  void asksForNothingWithoutARate(double rate) {
    assertThat(byRate(rate).forNewSession(0)).isNull();
  }

  @Test
  void asksForWhatTheUserSaysWhateverTheRate() {
    Difficulty fixed = new Difficulty(new BigDecimal("7"));
    Suggestion suggestion = suggestion(fixed, true, 1e6);
    assertThat(suggestion.forNewSession(0)).isEqualTo(fixed);
    suggestion.measured(1e12);
    assertThat(suggestion.again(10 * MINUTE)).isNull();
  }

  @Test
  void asksForNothingWhenToldNotTo() {
    Suggestion suggestion = suggestion(null, false, 1e6);
    assertThat(suggestion.forNewSession(0)).isNull();
    assertThat(suggestion.again(MINUTE)).isNull();
  }

  @Test
  void asksAgainOnlyWhenFarOffAndRarely() {
    Suggestion suggestion = byRate(1e9);
    suggestion.forNewSession(0);
    suggestion.measured(3e9);
    assertThat(suggestion.again(2 * MINUTE)).isNull();
    suggestion.measured(10e9);
    assertThat(suggestion.again(MINUTE / 2)).isNull();
    assertThat(suggestion.again(2 * MINUTE)).isEqualTo(new Difficulty(new BigDecimal("9")));
    suggestion.measured(1e9);
    assertThat(suggestion.again(2 * MINUTE + 1)).isNull();
    assertThat(suggestion.again(3 * MINUTE)).isEqualTo(new Difficulty(new BigDecimal("0.931")));
  }

  @Test
  void asksAtOnceWhenTheRateWasUnknown() {
    Suggestion suggestion = byRate(Double.NaN);
    suggestion.forNewSession(0);
    suggestion.measured(5e9);
    assertThat(suggestion.again(1)).isEqualTo(new Difficulty(new BigDecimal("5")));
  }

  private static Suggestion byRate(double rate) {
    return suggestion(null, true, rate);
  }

  private static Suggestion suggestion(@Nullable Difficulty fixed, boolean suggest, double rate) {
    PoolAccount account = new PoolAccount(new PoolUrl("pool", 1), "user", "x");
    return new Suggestion(new PoolSettings(List.of(account), "test", fixed, suggest, rate, 5));
  }
}
