package org.gruve.kernels.cuda;

/** What the opcodes of NVIDIA's machine code mean that kernels of whole numbers are made of. */
enum SassOpcode {
  IADD3(0x210, Pipe.ALU),
  LOP3(0x212, Pipe.ALU),
  SHF(0x219, Pipe.ALU),
  PRMT(0x216, Pipe.ALU),
  MOV(0x202, Pipe.ALU),
  LEA(0x211, Pipe.ALU),
  ISETP(0x20c, Pipe.ALU),
  SEL(0x207, Pipe.ALU),
  VIADD(0x236, Pipe.ALU),
  IMAD(0x224, Pipe.FMA, 1),
  IMAD_WIDE(0x225, Pipe.FMA, 2),
  IMAD_HI(0x227, Pipe.FMA, 2),
  UIADD3(0x290, Pipe.OTHER),
  ULOP3(0x292, Pipe.OTHER),
  USHF(0x299, Pipe.OTHER),
  UIMAD(0x2a4, Pipe.OTHER),
  UMOV(0x282, Pipe.OTHER),
  UISETP(0x28c, Pipe.OTHER),
  BRA(0x947, Pipe.OTHER),
  NOP(0x918, Pipe.OTHER, 0),
  OTHER(0, Pipe.OTHER);

  /** A branch on a uniform predicate. */
  private static final int UNIFORM_BRANCH = 0x547;

  private final int code;
  private final Pipe pipe;
  private final int slots;

  SassOpcode(int code, Pipe pipe) {
    this(code, pipe, 1);
  }

  SassOpcode(int code, Pipe pipe, int slots) {
    this.code = code;
    this.pipe = pipe;
    this.slots = slots;
  }

  Pipe pipe() {
    return pipe;
  }

  /** How many issues of its pipe it takes. */
  int slots() {
    return slots;
  }

  /** Looks an opcode up; its high digit only says where the operands come from. */
  static SassOpcode of(int opcode) {
    if (opcode == UNIFORM_BRANCH) {
      return BRA;
    }
    for (SassOpcode known : values()) {
      if (known.code == opcode || (arithmetic(opcode) && known.code == ((opcode & 0xff) | 0x200))) {
        return known;
      }
    }
    return OTHER;
  }

  private static boolean arithmetic(int opcode) {
    return opcode >> 8 >= 2 && opcode >> 8 <= 0xe && (opcode >> 8) % 2 == 0;
  }

  /** Units that issue side by side. */
  enum Pipe {
    ALU,
    FMA,
    OTHER
  }
}
