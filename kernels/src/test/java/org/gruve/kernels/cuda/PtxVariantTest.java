package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gruve.kernels.gpu.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PtxVariantTest {
  private static final String TEXT =
      """
      .version 6.3
      $L__BB0_2:
      mad.lo.u32 %r52, %r833, %r1, %r2; //sum
      mul.hi.u32 %r6, %r4, %r5; //shift 10
      mul.hi.u32 %r68, %r52, %r3; //turn 7
      mad.lo.u32 %r71, %r52, %r3, %r68; //turn 7
      mad.lo.s32 %r8, %r9, %r10, %r11;
      """;

  @Test
  void stripsMarksWhereAllIsMultiplied() {
    assertThat(PtxVariant.of(TEXT, new Variant(true, true, Variant.MOST_TURNS)))
        .isEqualTo(
            """
            .version 6.3
            $L__BB0_2:
            mad.lo.u32 %r52, %r833, %r1, %r2;
            mul.hi.u32 %r6, %r4, %r5;
            mul.hi.u32 %r68, %r52, %r3;
            mad.lo.u32 %r71, %r52, %r3, %r68;
            mad.lo.s32 %r8, %r9, %r10, %r11;
            """);
  }

  @Test
  void addsShiftsAndTurnsWhereNothingIs() {
    assertThat(PtxVariant.of(TEXT, Variant.PLAIN))
        .isEqualTo(
            """
            .version 6.3
            $L__BB0_2:
            add.u32 %r52, %r833, %r2;
            shr.u32 %r6, %r4, 10;
            shf.r.wrap.b32 %r71, %r52, %r52, 25;
            mad.lo.s32 %r8, %r9, %r10, %r11;
            """);
  }

  @Test
  void choosesEachByItself() {
    assertThat(PtxVariant.of(TEXT, new Variant(true, false, 0)))
        .contains("mad.lo.u32 %r52,", "shr.u32 %r6,", "shf.r.wrap.b32 %r71,");
    assertThat(PtxVariant.of(TEXT, new Variant(false, true, 0)))
        .contains("add.u32 %r52,", "mul.hi.u32 %r6,", "shf.r.wrap.b32 %r71,");
    assertThat(PtxVariant.of(TEXT, new Variant(false, false, Variant.MOST_TURNS)))
        .contains("add.u32 %r52,", "shr.u32 %r6,", "mul.hi.u32 %r68,", "mad.lo.u32 %r71,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mad.lo.u32 %r1, %r2, %r3, %r4; //total",
        "mul.hi.u32 %r1, %r2, %r3; //sum",
        "mad.lo.u32 %r1, %r2, %r3, %r4; //shift 3",
        "mul.hi.u32 %r1, %r2, %r3; //shift",
        "mad.lo.u32 %r1, %r2, %r3, %r4; //turn",
        "mad.lo.u32 %r1, %r2, %r3; //sum",
        "mad.lo.u32 %r1, %r2, 1, %r4; //sum",
        "// a comment"
      })
  void refusesAMarkThatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> PtxVariant.of(line + "\n", Variant.PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  /** Turns are two lines, which must fall together. */
  @Test
  void leavesAsManyTurnsInTheShippedTextAsTheVariantHas() {
    for (int turns : new int[] {0, 1, 73, 96, Variant.MOST_TURNS}) {
      String text = CudaText.of(new Variant(true, false, turns));
      assertThat(text).doesNotContain("//");
      assertThat(count(text, "mul.hi.u32")).as("of both kernels").isEqualTo(2 * turns);
      assertThat(count(text, ", 25;")).isGreaterThanOrEqualTo(2 * (Variant.MOST_TURNS - turns));
    }
  }

  private static long count(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).count();
  }
}
