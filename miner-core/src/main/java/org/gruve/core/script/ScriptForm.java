package org.gruve.core.script;

import org.gruve.core.hash.Bytes;

/** The forms of scripts that the rules treat in their own way (Core: script/script.cpp). */
public final class ScriptForm {
  /** Bytes of the longest script that can be executed, tapscript apart. */
  static final int MAX_SCRIPT_SIZE = 10_000;

  private ScriptForm() {}

  /** Whether nobody can ever spend it, so that it is not a coin (Core: IsUnspendable). */
  public static boolean isUnspendable(Bytes script) {
    return script.size() > MAX_SCRIPT_SIZE || (script.size() > 0 && script.at(0) == Op.OP_RETURN);
  }

  /** BIP16: HASH160, 20 bytes, EQUAL. */
  static boolean isPayToScriptHash(byte[] script) {
    return script.length == 23
        && script[0] == (byte) Op.OP_HASH160
        && script[1] == 20
        && script[22] == (byte) Op.OP_EQUAL;
  }

  /** Whether nothing but pushes is in it; RESERVED counts as one, as in Core. */
  static boolean isPushOnly(byte[] script) {
    ScriptReader reader = new ScriptReader(script);
    while (!reader.atEnd()) {
      if (!reader.next() || reader.opcode() > Op.OP_16) {
        return false;
      }
    }
    return true;
  }
}
