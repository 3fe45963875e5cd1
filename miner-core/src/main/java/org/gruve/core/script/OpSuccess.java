package org.gruve.core.script;

/** Operations that make a tapscript succeed, for later rules to give them a meaning (BIP342). */
final class OpSuccess {
  private OpSuccess() {}

  /**
   * Whether one is in a script, which then holds whatever else is in it; fails where the script
   * cannot be read up to it.
   */
  static boolean isIn(byte[] script, ScriptFlags flags) throws ScriptFailure {
    ScriptReader reader = new ScriptReader(script);
    while (!reader.atEnd()) {
      ScriptFailure.unless(reader.next(), ScriptError.BAD_OPCODE);
      if (isOne(reader.opcode())) {
        boolean free = !flags.has(ScriptFlag.DISCOURAGE_OP_SUCCESS);
        ScriptFailure.unless(free, ScriptError.DISCOURAGE_OP_SUCCESS);
        return true;
      }
    }
    return false;
  }

  /** Core: IsOpSuccess. */
  private static boolean isOne(int opcode) {
    return opcode == Op.OP_RESERVED
        || opcode == Op.OP_VER
        || isWithin(opcode, Op.OP_CAT, Op.OP_RIGHT)
        || isWithin(opcode, Op.OP_INVERT, Op.OP_XOR)
        || isWithin(opcode, Op.OP_RESERVED1, Op.OP_RESERVED2)
        || isWithin(opcode, Op.OP_2MUL, Op.OP_2DIV)
        || isWithin(opcode, Op.OP_MUL, Op.OP_RSHIFT)
        || isWithin(opcode, Op.OP_CHECKSIGADD + 1, 0xfe);
  }

  private static boolean isWithin(int opcode, int first, int last) {
    return opcode >= first && opcode <= last;
  }
}
