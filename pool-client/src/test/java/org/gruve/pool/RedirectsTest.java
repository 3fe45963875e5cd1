package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RedirectsTest {
  @Test
  void followsThreeInTenMinutes() {
    Redirects redirects = new Redirects();
    long minute = Redirects.WINDOW.toNanos() / 10;
    assertThat(redirects.mayFollow(0)).isTrue();
    assertThat(redirects.mayFollow(minute)).isTrue();
    assertThat(redirects.mayFollow(2 * minute)).isTrue();
    assertThat(redirects.mayFollow(10 * minute - 1)).isFalse();
    assertThat(redirects.mayFollow(10 * minute)).isTrue();
    assertThat(redirects.mayFollow(11 * minute - 1)).isFalse();
    assertThat(redirects.mayFollow(11 * minute)).isTrue();
  }
}
