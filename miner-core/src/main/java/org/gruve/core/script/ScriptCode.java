package org.gruve.core.script;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What of a script is signed in the form from before segregated witness. */
final class ScriptCode {
  private ScriptCode() {}

  /**
   * A script without a signature, which cannot sign itself (Core: FindAndDelete). From version 0 on
   * it stays.
   */
  static byte[] without(byte[] script, byte[] signature, Evaluation evaluation)
      throws ScriptFailure {
    if (evaluation.version != SigVersion.BASE) {
      return script;
    }
    byte[] rest = findAndDelete(script, pushOf(signature));
    boolean same = rest.length == script.length;
    boolean free = !evaluation.has(ScriptFlag.CONST_SCRIPTCODE);
    ScriptFailure.unless(same || free, ScriptError.SIG_FINDANDDELETE);
    return rest;
  }

  /** The script itself where {@code found} is nowhere in it at the beginning of an operation. */
  static byte[] findAndDelete(byte[] script, byte[] found) {
    ByteArrayOutputStream rest = null;
    ScriptReader reader = new ScriptReader(script);
    int kept = 0;
    do {
      int end = reader.position();
      while (isAt(script, reader.position(), found)) {
        reader.skip(found.length);
      }
      if (reader.position() > end) {
        rest = rest == null ? new ByteArrayOutputStream(script.length) : rest;
        rest.write(script, kept, end - kept);
        kept = reader.position();
      }
    } while (reader.next());
    if (rest == null) {
      return script;
    }
    rest.write(script, kept, script.length - kept);
    return rest.toByteArray();
  }

  /**
   * A script with its length, its CODESEPARATORs left out (Core: SerializeScriptCode). A push that
   * is cut short ends what is written, though not the length: so does Core, and the script fails
   * there anyway.
   */
  static byte[] serialized(byte[] script) {
    ScriptReader reader = new ScriptReader(script);
    byte[] rest = new byte[script.length];
    int size = 0;
    int separators = 0;
    int start = 0;
    while (reader.next()) {
      if (reader.opcode() == Op.OP_CODESEPARATOR) {
        separators++;
      } else {
        System.arraycopy(script, start, rest, size, reader.position() - start);
        size += reader.position() - start;
      }
      start = reader.position();
    }
    System.arraycopy(script, start, rest, size, reader.position() - start);
    size += reader.position() - start;
    return new Preimage(5 + size)
        .compactSize(script.length - separators)
        .raw(Arrays.copyOf(rest, size))
        .toArray();
  }

  private static boolean isAt(byte[] script, int from, byte[] found) {
    int to = from + found.length;
    return to <= script.length && Arrays.equals(script, from, to, found, 0, found.length);
  }

  /** The push of at most 65,535 bytes as Core writes it, which knows no small numbers. */
  static byte[] pushOf(byte[] element) {
    int size = element.length;
    int prefix = size < Op.OP_PUSHDATA1 ? 1 : size <= 0xff ? 2 : 3;
    byte[] push = new byte[prefix + size];
    push[0] = (byte) (prefix == 1 ? size : Op.OP_PUSHDATA1 + prefix - 2);
    for (int i = 1; i < prefix; i++) {
      push[i] = (byte) (size >>> (8 * (i - 1)));
    }
    System.arraycopy(element, 0, push, prefix, size);
    return push;
  }
}
