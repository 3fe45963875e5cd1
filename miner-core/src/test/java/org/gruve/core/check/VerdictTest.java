package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Verdict FIRST = new Verdict.Valid(List.of("first"));
  private static final Verdict BROKEN = Verdict.invalid("bad-thing", "a thing is bad");

  @Test
  void whatIsUncheckedAddsUp() {
    assertThat(FIRST.then(Verdict::valid).then(() -> new Verdict.Valid(List.of("second"))))
        .isEqualTo(new Verdict.Valid(List.of("first", "second")));
  }

  @Test
  void theFirstBrokenRuleCounts() {
    assertThat(FIRST.then(() -> BROKEN).then(() -> Verdict.mutated("later", "not asked")))
        .isSameAs(BROKEN);
    assertThat(BROKEN.isValid()).isFalse();
    assertThat(FIRST.isValid()).isTrue();
  }

  @Test
  void nothingIsAskedAfterABrokenRule() {
    assertThat(
            BROKEN.then(
                () -> {
                  throw new AssertionError("asked");
                }))
        .isSameAs(BROKEN);
  }
}
