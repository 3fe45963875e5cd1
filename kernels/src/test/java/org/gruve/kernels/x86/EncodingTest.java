package org.gruve.kernels.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gruve.kernels.x86.Register.RCX;
import static org.gruve.kernels.x86.Register.RDI;
import static org.gruve.kernels.x86.Register.RDX;
import static org.gruve.kernels.x86.Register.RSI;

import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that the GNU assembler writes for the same instructions. */
class EncodingTest {
  static Stream<Arguments> narrow() {
    return Stream.of(
        one("c5fa6f4718", a -> a.load(0, RDI.at(0x18))),
        one("c57a7faf60030000", a -> a.store(RDI.at(0x360), 13)),
        one("c5796fca", a -> a.move(9, 2)),
        one("c44101fec6", a -> a.add(8, 15, 14)),
        one("c589fe4e40", a -> a.add(1, 14, RSI.at(0x40))),
        one("c509dbb760030000", a -> a.and(14, 14, RDI.at(0x360))),
        one("c44101ebf9", a -> a.or(15, 15, 9)),
        one("c44101efff", a -> a.xor(15, 15, 15)),
        one("c531768fe0020000", a -> a.equal(9, 9, RDI.at(0x2e0))),
        one("c5f970c00e", a -> a.shuffle(0, 0, 14)),
        one("c4621100b710030000", a -> a.shuffleBytes(14, 13, RDI.at(0x310))),
        one("c56962cc", a -> a.interleaveLow(9, 2, 4)),
        one("c4c1116cce", a -> a.lowHalves(1, 13, 14)),
        one("c4c1116dd6", a -> a.highHalves(2, 13, 14)),
        one("c463310fb77003000004", a -> a.shiftLanes(14, 9, RDI.at(0x370))),
        one("c4631122aff402000003", a -> a.insert(13, 13, RDI.at(0x2f4), 3)),
        one("c4c17850c7", a -> a.signs(Register.RAX, 15)),
        one("440f38cbc7", a -> a.sha256rnds2(8, 7)),
        one("440f38ccaf70030000", a -> a.sha256msg1(13, RDI.at(0x370))),
        one("450f38cde9", a -> a.sha256msg2(13, 9)),
        one("c5f877", Encoder::zeroUpper),
        one("4881c210000000", a -> a.add(RDX, 16)),
        one("48ffc9", a -> a.decrement(RCX)),
        one("c3", Encoder::end));
  }

  static Stream<Arguments> wide() {
    return Stream.of(
        wideOne("62e17e486f5609", a -> a.load(18, RSI.at(0x240))),
        wideOne("62617e487f7a01", a -> a.store(RDX.at(0x40), 31)),
        wideOne("62617d486fc4", a -> a.move(24, 4)),
        wideOne("62f27d48584770", a -> a.broadcast(0, RDI.at(0x1c0))),
        wideOne("62816548fecc", a -> a.add(17, 3, 28)),
        wideOne("62f17d40fe460d", a -> a.add(0, 16, RSI.at(0x340))),
        wideOne("62713558fe4f71", a -> a.addWord(9, 9, RDI.at(0x1c4))),
        wideOne("62915d4872c106", a -> a.rotateRight(4, 25, 6)),
        wideOne("62f15d4072d10a", a -> a.shiftRight(20, 1, 10)),
        wideOne("62c31d4825c0e8", a -> a.ternary(16, 12, 8, 0xe8)),
        wideOne("62f26d48004f06", a -> a.shuffleBytes(1, 2, RDI.at(0x180))),
        wideOne("62f26650274f3fc5f893c1", a -> a.lanesWithout(19, RDI.at(0xfc))),
        wideOne("4531c0", WideAssembler::clearR8),
        wideOne("4109c0", WideAssembler::orIntoR8),
        wideOne("4489c0", WideAssembler::moveFromR8));
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void writesVectorsOf128Bits(String bytes, Consumer<Assembler> instruction) {
    Assembler assembler = new Assembler();
    instruction.accept(assembler);
    assertThat(HexFormat.of().formatHex(assembler.bytes())).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("wide")
  void writesVectorsOf512Bits(String bytes, Consumer<WideAssembler> instruction) {
    WideAssembler assembler = new WideAssembler();
    instruction.accept(assembler);
    assertThat(HexFormat.of().formatHex(assembler.bytes())).isEqualTo(bytes);
  }

  @Test
  void jumpsBackFromTheEndOfTheJump() {
    Assembler assembler = new Assembler();
    int start = assembler.here();
    assembler.decrement(RCX);
    assembler.loopWhileNotZero(start);
    assertThat(HexFormat.of().formatHex(assembler.bytes())).isEqualTo("48ffc90f85f7ffffff");
  }

  private static Arguments one(String bytes, Consumer<Assembler> instruction) {
    return Arguments.of(bytes, instruction);
  }

  private static Arguments wideOne(String bytes, Consumer<WideAssembler> instruction) {
    return Arguments.of(bytes, instruction);
  }
}
