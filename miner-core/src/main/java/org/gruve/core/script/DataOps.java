package org.gruve.core.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.gruve.core.hash.Hash160;
import org.gruve.core.hash.Sha256d;

/** Operations on bytes: size, comparison, hashes (Core: EvalScript, "Bitwise logic", "Crypto"). */
final class DataOps {
  private DataOps() {}

  static void run(int opcode, ScriptStack stack) throws ScriptFailure {
    switch (opcode) {
      case Op.OP_SIZE -> {
        stack.need(1);
        stack.push(ScriptNumber.encode(stack.top(1).length));
      }
      case Op.OP_EQUAL, Op.OP_EQUALVERIFY -> equal(opcode, stack);
      case Op.OP_RIPEMD160, Op.OP_SHA1, Op.OP_SHA256, Op.OP_HASH160, Op.OP_HASH256 -> {
        stack.need(1);
        stack.push(hash(opcode, stack.pop()));
      }
      default -> throw new ScriptFailure(ScriptError.BAD_OPCODE);
    }
  }

  private static void equal(int opcode, ScriptStack stack) throws ScriptFailure {
    stack.need(2);
    boolean equal = Arrays.equals(stack.pop(), stack.pop());
    if (opcode == Op.OP_EQUAL) {
      stack.push(equal);
    } else {
      ScriptFailure.unless(equal, ScriptError.EQUALVERIFY);
    }
  }

  private static byte[] hash(int opcode, byte[] element) {
    return switch (opcode) {
      case Op.OP_RIPEMD160 -> Hash160.ripemd160(element);
      case Op.OP_SHA1 -> sha1(element);
      case Op.OP_SHA256 -> Sha256d.sha256().digest(element);
      case Op.OP_HASH160 -> Hash160.hash(element);
      default -> Sha256d.hash(element).bytes();
    };
  }

  private static byte[] sha1(byte[] element) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(element);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-1, which every JDK must have", e);
    }
  }
}
