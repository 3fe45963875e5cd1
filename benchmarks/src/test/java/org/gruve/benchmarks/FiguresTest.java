package org.gruve.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void medianIsTheMiddleOne() {
    assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Figures.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void ratesHaveTheUnitThatFits() {
    assertThat(Figures.rate(23.456e6)).isEqualTo("23.46 MH/s");
    assertThat(Figures.rate(9.8e9)).isEqualTo("9.80 GH/s");
    assertThat(Figures.change(200, 190)).isEqualTo("-5.0 %");
  }
}
