package org.gruve.core.script;

import java.util.Arrays;

/** What a signature's hash type says is signed. */
final class SighashType {
  static final int DEFAULT = 0;
  static final int ALL = 1;
  static final int NONE = 2;
  static final int SINGLE = 3;
  static final int ANYONECANPAY = 0x80;

  private static final int OUTPUTS = 0x1f;

  private SighashType() {}

  /** The last byte of a signature that is not empty. */
  static int of(byte[] signature) {
    return signature[signature.length - 1] & 0xff;
  }

  /** A signature that is not empty without its hash type. */
  static byte[] strip(byte[] signature) {
    return Arrays.copyOf(signature, signature.length - 1);
  }

  /** Core: IsDefinedHashtypeSignature. */
  static boolean isDefined(int type) {
    int outputs = type & ~ANYONECANPAY;
    return outputs >= ALL && outputs <= SINGLE;
  }

  static boolean isAnyoneCanPay(int type) {
    return (type & ANYONECANPAY) != 0;
  }

  static boolean isNone(int type) {
    return (type & OUTPUTS) == NONE;
  }

  static boolean isSingle(int type) {
    return (type & OUTPUTS) == SINGLE;
  }
}
