package org.gruve.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDistributionTest {
  /** Percentage points of chi-square as printed tables have them (NIST/SEMATECH 1.3.6.7.4). */
  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 0.001, 0.0005", "0.975, 1, 5.024, 0.0005",
    "0.025, 2, 0.051, 0.0005", "0.975, 2, 7.378, 0.0005",
    "0.025, 10, 3.247, 0.0005", "0.975, 10, 20.483, 0.0005",
    "0.025, 20, 9.591, 0.0005", "0.975, 22, 36.781, 0.0005",
    "0.025, 100, 74.222, 0.0005", "0.975, 100, 129.561, 0.0005",
    "0.95, 5, 11.070, 0.0005", "0.05, 50, 34.764, 0.0005",
    "0.99, 30, 50.892, 0.0005", "0.01, 30, 14.953, 0.0005"
  })
  void quantilesAreThoseOfChiSquareTables(double p, int freedom, double value, double tolerance) {
    double quantile = 2 * GammaDistribution.quantile(p, freedom / 2.0);
    assertThat(quantile).isCloseTo(value, within(tolerance));
  }

  @Test
  void shapeOneIsTheExponentialDistribution() {
    for (double x = 0.01; x < 12; x *= 1.5) {
      assertThat(GammaDistribution.cumulative(x, 1)).isCloseTo(-Math.expm1(-x), within(1e-12));
    }
  }

  /** Wilson and Hilferty's cube root of a normal variable, which is near exact for large shapes. */
  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e5, 1e7})
  void largeShapesFollowWilsonAndHilferty(double shape) {
    double z = 1.959963984540054;
    double high = shape * Math.pow(1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape)), 3);
    double low = shape * Math.pow(1 - 1 / (9 * shape) - z / (3 * Math.sqrt(shape)), 3);
    assertThat(GammaDistribution.quantile(0.975, shape) / high).isCloseTo(1, within(1e-6));
    assertThat(GammaDistribution.quantile(0.025, shape) / low).isCloseTo(1, within(1e-6));
  }
}
