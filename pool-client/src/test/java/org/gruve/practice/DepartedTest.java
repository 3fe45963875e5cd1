package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;

final class DepartedTest {
  private final Departed departed = new Departed();

  @Test
  void givesASessionBackOnce() {
    departed.left("s", Bytes.ofHex("01"));
    assertThat(departed.back("s")).contains(Bytes.ofHex("01"));
    assertThat(departed.back("s")).isEmpty();
  }

  @Test
  void forgetsWhoHasBeenGoneForLongest() {
    for (int i = 0; i <= 256; i++) {
      departed.left("s" + i, Bytes.ofHex("01"));
    }
    assertThat(departed.back("s0")).isEmpty();
    assertThat(departed.back("s1")).isPresent();
    assertThat(departed.back("s256")).isPresent();
  }
}
