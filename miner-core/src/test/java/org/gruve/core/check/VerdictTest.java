package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Verdict FIRST = Verdict.unchecked(Clause.FINAL, "first");
  private static final Verdict SECOND = Verdict.unchecked(Clause.SCRIPTS, "second");
  private static final List<Verdict.Unchecked> BOTH =
      List.of(
          new Verdict.Unchecked(Clause.FINAL, "first"),
          new Verdict.Unchecked(Clause.SCRIPTS, "second"));
  private static final Verdict BROKEN = Verdict.invalid(Clause.BLOCK_WEIGHT, "too heavy");

  @Test
  void whatIsUncheckedAddsUp() {
    assertThat(FIRST.then(Verdict::valid).then(() -> SECOND)).isEqualTo(new Verdict.Valid(BOTH));
  }

  @Test
  void theFirstBrokenRuleCounts() {
    assertThat(BROKEN.then(() -> Verdict.mutated(Clause.MERKLE_ROOT, "not asked")))
        .isSameAs(BROKEN);
    assertThat(BROKEN.isValid()).isFalse();
    assertThat(FIRST.isValid()).isTrue();
  }

  @Test
  void whatWasUncheckedBeforeABrokenRuleIsKept() {
    Verdict verdict = FIRST.then(() -> BROKEN);
    assertThat(verdict.isValid()).isFalse();
    assertThat(verdict.unchecked()).isEqualTo(FIRST.unchecked());
  }

  @Test
  void theFirstPlaceCounts() {
    Verdict.Place inner = new Verdict.Place(3, Hash256.ZERO, OptionalInt.of(1));
    Verdict.Place outer = new Verdict.Place(3, Hash256.ZERO, OptionalInt.empty());
    assertThat(BROKEN.at(inner).at(outer))
        .isInstanceOfSatisfying(
            Verdict.Invalid.class, invalid -> assertThat(invalid.place()).contains(inner));
    assertThat(FIRST.at(inner)).isSameAs(FIRST);
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
