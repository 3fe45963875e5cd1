package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PtxInterpreterTest {
  @Test
  void runsThreadsToABarrierBeforeAnyPassesIt() {
    String body =
        """
        mov.u32 %r4, board;
        shl.b32 %r5, %tid, 2;
        add.s32 %r5, %r5, %r4;
        mul.lo.u32 %r6, %tid, 10;
        st.shared.u32 [%r5], %r6;
        bar.sync 0;
        sub.s32 %r7, 7, %tid;
        shl.b32 %r7, %r7, 2;
        add.s32 %r7, %r7, %r4;
        ld.shared.u32 %r0, [%r7];
        """;
    assertThat(new PtxSnippet(body).results(8, 0, 0, 0))
        .containsExactly(70, 60, 50, 40, 30, 20, 10, 0);
  }

  @Test
  void countsAtomicallyInTheOrderOfThreads() {
    String body =
        """
        mov.u64 %rd1, counter;
        mov.u32 %r0, 3;
        atom.global.add.u32 %r0, [%rd1], %r0;
        """;
    assertThat(new PtxSnippet(body).results(5, 0, 0, 0)).containsExactly(0, 3, 6, 9, 12);
  }

  @Test
  void movesVectorsOfWords() {
    String body =
        """
        st.shared.v4.u32 [board+16], {%r1, %r2, %r3, 9};
        ld.shared.v4.u32 {%r4, %r5, _, %r7}, [board+16];
        ld.const.u32 %r8, [table+4];
        mad.lo.u32 %r0, %r4, %r8, %r7;
        """;
    assertThat(new PtxSnippet(body).result(2, 3, 4)).isEqualTo(2 * 16 + 9);
  }

  @Test
  void followsPredicatesAndLabels() {
    String body =
        """
        mov.u32 %r0, 0;
        LOOP:
        add.s32 %r0, %r0, %r1;
        setp.lt.u32 %p1, %r0, 100;
        @%p1 bra LOOP;
        @!%p1 add.s32 %r0, %r0, 1000;
        @%p1 mov.u32 %r0, 0;
        """;
    assertThat(new PtxSnippet(body).result(30, 0, 0)).isEqualTo(1120);
  }

  @Test
  void keepsRegistersOfInlineAssemblyApart() {
    String body =
        """
        // begin inline asm
        { .reg .u32 t; /* one
        and the same */ mul.hi.u32 t, %r1, %r2; add.u32 %r0, t, 1; }
        // end inline asm
        { .reg .u32 t; mov.u32 t, 5; add.u32 %r0, %r0, t; }
        """;
    assertThat(new PtxSnippet(body).result(1 << 31, 4, 0)).isEqualTo(8);
  }

  @Test
  void takesApartAndJoinsPairsOfWords() {
    String body =
        """
        mov.b64 %rd1, {%r1, %r2};
        shr.u64 %rd1, %rd1, 16;
        mov.b64 {%r0, %r4}, %rd1;
        """;
    assertThat(new PtxSnippet(body).result(0x11112222, 0x33334444, 0)).isEqualTo(0x44441111);
  }

  @Test
  void numbersThreadsAndBlocks() {
    String ptx =
        """
        .entry place(.param .u64 out) {
          .reg .b32 %r<9>; .reg .b64 %rd<9>;
          ld.param.u64 %rd1, [out];
          mov.u32 %r1, %ctaid.y; mov.u32 %r2, %nctaid.x; mov.u32 %r3, %ctaid.x;
          mad.lo.s32 %r4, %r1, %r2, %r3;
          mov.u32 %r5, %ntid.x; mov.u32 %r6, %tid.x;
          mad.lo.s32 %r7, %r4, %r5, %r6;
          mul.wide.u32 %rd2, %r7, 4;
          add.s64 %rd3, %rd1, %rd2;
          st.global.u32 [%rd3], %r7;
        }
        """;
    PtxInterpreter gpu = new PtxInterpreter(PtxModule.parse(ptx));
    long out = gpu.global().allocate("out", 4 * 24);
    Grid grid = new Grid(Extent.of(2, 3), Extent.of(4), 0);
    gpu.launch("place", grid, List.of(KernelArguments.pointer(out)));
    assertThat(KernelArguments.toWords(gpu.global().read(out, 4 * 24)))
        .containsExactly(IntStream.range(0, 24).toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "st.shared.u32 [board+64], %r1;",
        "ld.global.u32 %r0, [%i+12];",
        "ld.global.u32 %r0, [%i+-4];",
        "ld.const.u32 %r0, [table+12];",
        "cvt.u32.u64 %r4, %i; cvt.u64.u32 %rd1, %r4; ld.global.u32 %r0, [%rd1];",
      })
  void staysWithinDeclaredMemory(String body) {
    assertFault(body, "lies in none of");
  }

  @Test
  void saysWhatAndWhereWentWrong() {
    assertFault("st.shared.u32 [board+64], %r1;", "PTX line 22, `st.shared.u32 [board+64], %r1`");
    assertFault("st.shared.u32 [board+64], %r1;", "4 bytes at 0x140 of shared memory");
    assertFault("st.shared.u32 [board+64], %r1;", "thread 0, 0, 0 of block 0, 0, 0");
  }

  @Test
  void refusesWhatIsNotAligned() {
    assertFault("ld.global.u32 %r0, [%i+2];", "not aligned");
    assertFault("st.shared.v2.u32 [board+4], {%r1, %r2};", "8 bytes at 0x104");
  }

  @Test
  void refusesWhatNobodyWrote() {
    assertFault("add.s32 %r0, %r1, %r8;", "%r8 is used");
    assertFault("ld.shared.u32 %r4, [board]; add.s32 %r0, %r1, %r4;", "%r4 is used");
  }

  @ParameterizedTest
  @CsvSource({
    "STORE LOAD, is written by thread 0 and written by thread 1",
    "LOAD @%p1 STORE, is read by several and written by thread 1",
    "@!%p1 STORE LOAD, is written by thread 0 and read by thread 1",
  })
  void refusesWhatTheOrderOfThreadsDecides(String accesses, String message) {
    String body =
        ("setp.ne.u32 %p1, %tid, 0; mov.u32 %r0, 0; STORE_OWN bar.sync 0;" + accesses)
            .replace("STORE_OWN", "@!%p1 st.shared.u32 [board], %tid;")
            .replace("STORE", "st.shared.u32 [board], %tid;")
            .replace("LOAD", "ld.shared.u32 %r5, [board];");
    assertThatThrownBy(() -> new PtxSnippet(body).results(4, 0, 0, 0))
        .isInstanceOf(PtxFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesABarrierThatSomeThreadsMiss() {
    String body = "setp.eq.s32 %p1, %tid, 1; @%p1 ret; bar.sync 0; mov.u32 %r0, 0;";
    assertThatThrownBy(() -> new PtxSnippet(body).results(4, 0, 0, 0))
        .isInstanceOf(PtxFault.class)
        .hasMessageContaining("only 3 of 4 threads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin.approx.f32 %r0, %r1;",
        "ld.local.u32 %r0, [%i];",
        "mov.u32 %r0, %clock;",
        "bra NOWHERE;",
        "add.s32 %r0, %r1;",
        "setp.lt.u32 %p1|%p2, %r1, %r2;",
        "ld.global.v4.u32 {%r0, %r1}, [%i];",
        "ld.shared.u32 %r0, [table];",
        "bar.sync 1;",
      })
  void refusesWhatItDoesNotKnow(String body) {
    assertThatThrownBy(() -> new PtxSnippet(body).result(0, 0, 0)).isInstanceOf(PtxFault.class);
  }

  @Test
  void refusesArgumentsOfAnotherShape() {
    PtxInterpreter gpu =
        new PtxInterpreter(
            PtxModule.parse(".entry k(.param .align 4 .b8 job[12], .param .u32 n) { ret; }"));
    gpu.launch("k", Grid.of(1, 1), List.of(new byte[12], new byte[4]));
    assertThatThrownBy(() -> gpu.launch("k", Grid.of(1, 1), List.of(new byte[8], new byte[4])))
        .isInstanceOf(PtxFault.class)
        .hasMessage("k takes parameters of [12, 4] bytes, not of [8, 4]");
  }

  private static void assertFault(String body, String message) {
    assertThatThrownBy(() -> new PtxSnippet(body + "mov.u32 %r0, 0;").result(1, 2, 3))
        .isInstanceOf(PtxFault.class)
        .hasMessageContaining(message);
  }
}
