package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single instructions, with results worked out by the PTX manual. */
class PtxArithmeticTest {
  @ParameterizedTest
  @CsvSource({
    "add.s32, ffffffff, 1, 0, 0",
    "sub.s32, 0, 1, 0, ffffffff",
    "mul.lo.s32, 80000001, 2, 0, 2",
    "mul.hi.u32, ffffffff, ffffffff, 0, fffffffe",
    "mul.hi.s32, ffffffff, ffffffff, 0, 0",
    "mul.hi.u32, 80000000, 20000000, 0, 10000000",
    "and.b32, f0f0, ff00, 0, f000",
    "or.b32, f0f0, ff00, 0, fff0",
    "xor.b32, f0f0, ff00, 0, ff0",
    "shl.b32, 81, 1f, 0, 80000000",
    "shl.b32, 81, 20, 0, 0",
    "shl.b32, 81, ffffffff, 0, 0",
    "shr.u32, 80000000, 1f, 0, 1",
    "shr.u32, 80000000, 20, 0, 0",
    "shr.s32, 80000000, 40, 0, ffffffff",
    "min.u32, ffffffff, 1, 0, 1",
    "min.s32, ffffffff, 1, 0, ffffffff",
    "max.u32, ffffffff, 1, 0, ffffffff",
    "max.s32, ffffffff, 1, 0, 1",
  })
  void combinesTwoWords(String name, String a, String b, String unused, String result) {
    PtxSnippet snippet = new PtxSnippet(name + " %r0, %r1, %r2;");
    assertThat(snippet.result(word(a), word(b), word(unused))).isEqualTo(word(result));
  }

  @ParameterizedTest
  @CsvSource({
    "mad.lo.u32, ffffffff, ffffffff, 2, 3",
    "mad.lo.s32, 10000, 10000, 5, 5",
    "mad.hi.u32, ffffffff, ffffffff, 2, 0",
    "shf.l.wrap.b32, 80000001, 80000001, 1, 3",
    "shf.l.wrap.b32, 11111111, 22222222, 20, 22222222",
    "shf.l.wrap.b32, 12345678, 9abcdef0, 24, abcdef01",
    "shf.r.wrap.b32, 80000001, 80000001, 1, c0000000",
    "shf.r.wrap.b32, 12345678, 9abcdef0, 4, 1234567",
    "shf.r.wrap.b32, 11111111, 22222222, 20, 11111111",
    "shf.r.clamp.b32, 11111111, 22222222, 21, 22222222",
    "shf.l.clamp.b32, 11111111, 22222222, 21, 11111111",
    "prmt.b32, 33221100, 77665544, 123, 112233",
    "prmt.b32, 33221180, 77665544, 7408, 774480ff",
  })
  void combinesThreeWords(String name, String a, String b, String c, String result) {
    PtxSnippet snippet = new PtxSnippet(name + " %r0, %r1, %r2, %r3;");
    assertThat(snippet.result(word(a), word(b), word(c))).isEqualTo(word(result));
  }

  @Test
  void looksBitsUpInATable() {
    int a = 0xf0;
    int b = 0xcc;
    int c = 0xaa;
    assertThat(lop3("0x96").result(a, b, c)).isEqualTo(a ^ b ^ c);
    assertThat(lop3("0xe8").result(a, b, c)).isEqualTo(a & b | a & c | b & c);
    assertThat(lop3("202").result(a, b, c)).isEqualTo(a & b | ~a & c);
  }

  private static PtxSnippet lop3(String table) {
    return new PtxSnippet("lop3.b32 %r0, %r1, %r2, %r3, " + table + ";");
  }

  @Test
  void readsNumbersInEveryForm() {
    assertThat(new PtxSnippet("add.s32 %r0, %r1, -2147483648;").result(5, 0, 0))
        .isEqualTo(0x80000005);
    assertThat(new PtxSnippet("add.u32 %r0, %r1, 0xFFFFFFFFU;").result(5, 0, 0)).isEqualTo(4);
    assertThat(new PtxSnippet("mov.u32 %r0, 0b101;").result(0, 0, 0)).isEqualTo(5);
  }

  @Test
  void keepsTheWidthOfNumbers() {
    assertThat(wide("mul.wide.u32 %rd0, %r1, 0xffffffff;", 0xffffffff)).isEqualTo(0xfffffffe);
    assertThat(wide("mul.wide.s32 %rd0, %r1, -1;", -1)).isZero();
    assertThat(wide("mad.wide.u32 %rd0, %r1, 4, -8;", 1)).isEqualTo(0xffffffff);
    assertThat(wide("cvt.s64.s32 %rd0, %r1;", -1)).isEqualTo(-1);
    assertThat(wide("cvt.u64.u32 %rd0, %r1;", -1)).isZero();
  }

  /** The high word of %rd0. */
  private static int wide(String instruction, int input) {
    return new PtxSnippet(instruction + "{.reg .b32 low; mov.b64 {low, %r0}, %rd0;}")
        .result(input, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "lt.s32, ffffffff, 0, 1",
    "lt.u32, ffffffff, 0, 0",
    "gt.u32, 80000000, 7fffffff, 1",
    "gt.s32, 80000000, 7fffffff, 0",
    "hi.u32, 1, 1, 0",
    "ge.u32, 1, 1, 1",
    "eq.s32, 5, 5, 1",
    "ne.s32, 5, 5, 0",
  })
  void compares(String comparison, String a, String b, int result) {
    PtxSnippet snippet =
        new PtxSnippet("setp." + comparison + " %p1, %r1, %r2; selp.b32 %r0, 1, 0, %p1;");
    assertThat(snippet.result(word(a), word(b), 0)).isEqualTo(result);
  }

  private static int word(String hexadecimal) {
    return Integer.parseUnsignedInt(hexadecimal, 16);
  }
}
