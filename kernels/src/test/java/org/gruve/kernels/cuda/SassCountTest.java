package org.gruve.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SassCountTest {
  private static final String LOOPS =
      """
      .version 6.3
      .target sm_50
      .address_size 64
      .visible .entry loops(.param .u64 out, .param .u32 n, .param .u32 one)
      {
        .reg .pred %p<3>;
        .reg .b32 %r<10>;
        .reg .b64 %rd<2>;
        ld.param.u64 %rd1, [out];
        ld.param.u32 %r1, [n];
        ld.param.u32 %r7, [one];
        mov.u32 %r2, 0;
        mov.u32 %r3, 1;
      OUTER:
        mov.u32 %r4, 0;
      INNER:
        .pragma "nounroll";
        mul.hi.u32 %r5, %r3, %r7;
        xor.b32 %r3, %r5, %r4;
        mad.lo.u32 %r3, %r3, %r7, %r5;
        shf.l.wrap.b32 %r3, %r3, %r3, 7;
        add.u32 %r4, %r4, 1;
        setp.lt.u32 %p1, %r4, %r1;
        @%p1 bra INNER;
        st.global.u32 [%rd1], %r3;
        add.u32 %r2, %r2, 1;
        setp.lt.u32 %p2, %r2, %r1;
        @%p2 bra OUTER;
        ret;
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"sm_75", "sm_80", "sm_86", "sm_89", "sm_90", "sm_100", "sm_120"})
  void findsTheInnerLoopAndWhatIsInIt(String architecture) throws Exception {
    SassCode code = Ptxas.assumed().assemble(LOOPS, architecture).cubin().kernel("loops");
    assertThat(code.loops()).hasSize(2);
    SassCount inner = code.count(code.longestInnermostLoop().orElseThrow());
    assertThat(inner.instructions()).containsEntry(SassOpcode.SHF, 1);
    assertThat(inner.instructions()).containsEntry(SassOpcode.LOP3, 1);
    assertThat(inner.instructions()).containsEntry(SassOpcode.IMAD_HI, 1);
    assertThat(inner.total()).isLessThan(code.count().total());
  }

  @Test
  void followsBranchesOfBothForms() {
    // The loops that ptxas 13.0 made of one text, by the branch's own two words.
    assertThat(loops(75, 2930, 0xffff4b0000008947L, 0xfea000383ffffL))
        .containsExactly(new SassCode.Loop(35, 2930));
    assertThat(loops(90, 2944, 0xffffff6400c80947L, 0xfea000383ffffL))
        .containsExactly(new SassCode.Loop(499, 2944));
    assertThat(loops(120, 2941, 0xffffff6500cc7547L, 0xfea000b83ffffL))
        .containsExactly(new SassCode.Loop(497, 2941));
  }

  @Test
  void takesNeitherTheTrapAtTheEndNorAForwardBranchForALoop() {
    assertThat(loops(90, 2963, 0xfffffffc00fc7947L, 0xfc0000383ffffL)).isEmpty();
    assertThat(loops(90, 43, 0x1c00040947L, 0x1fea0003800000L)).isEmpty();
  }

  private static List<SassCode.Loop> loops(int architecture, int index, long low, long high) {
    ByteBuffer code = ByteBuffer.allocate(16 * (index + 1)).order(ByteOrder.LITTLE_ENDIAN);
    return SassCode.read(code.putLong(16 * index, low).putLong(16 * index + 8, high), architecture)
        .loops();
  }

  @Test
  void countsByPipeWhateverTheFormOfTheOperands() {
    SassCount count = SassCount.of(List.of(0x210, 0xc10, 0x819, 0x224, 0x827, 0x625, 0x918, 0x981));
    assertThat(count.of(SassOpcode.Pipe.ALU)).isEqualTo(3);
    assertThat(count.of(SassOpcode.Pipe.FMA)).isEqualTo(3);
    assertThat(count.slots(SassOpcode.Pipe.FMA)).isEqualTo(5);
    assertThat(count.of(SassOpcode.Pipe.OTHER)).isEqualTo(1);
    assertThat(count.total()).isEqualTo(7);
  }

  @Test
  void refusesAFileThatIsNoCubin() {
    assertThatThrownBy(() -> Cubin.read(new byte[64]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64-bit ELF");
  }
}
