package org.gruve.core.script;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A version and 2 to 40 bytes: what a witness has to fulfil (BIP141; Core: IsWitnessProgram). */
final class WitnessProgram {
  private static final int LEAST = 4;
  private static final int MOST = 42;

  private final int version;
  private final byte[] bytes;

  private WitnessProgram(int version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes;
  }

  /** The program that a script is, or null. */
  static @Nullable WitnessProgram of(byte[] script) {
    if (script.length < LEAST || script.length > MOST || script[1] + 2 != script.length) {
      return null;
    }
    int first = script[0] & 0xff;
    if (first != Op.OP_0 && (first < Op.OP_1 || first > Op.OP_16)) {
      return null;
    }
    int version = first == Op.OP_0 ? 0 : first - Op.OP_1 + 1;
    return new WitnessProgram(version, Arrays.copyOfRange(script, 2, script.length));
  }

  int version() {
    return version;
  }

  /** The bytes themselves; nobody writes to them. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return bytes.length;
  }

  /** Whether anyone may spend it, to raise the fee of the transaction that made it. */
  boolean isPayToAnchor() {
    return version == 1 && bytes.length == 2 && bytes[0] == 0x4e && bytes[1] == 0x73;
  }
}
