package org.gruve.core.script;

import java.security.MessageDigest;
import java.util.Arrays;
import org.gruve.core.hash.Sha256d;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that one input's ECDSA signatures sign, with the state before the hash type kept for
 * each kind of it, since the signatures of a multisig mostly sign the same (Core: SignatureHash,
 * SigHashCache). Not for more than one thread at a time.
 */
final class EcdsaSighash {
  private static final int KINDS = 6;

  private final SpentTransaction spent;
  private final int input;
  private final byte[] @Nullable [] scriptCodes = new byte[KINDS] @Nullable [];
  private final @Nullable MessageDigest[] midstates = new MessageDigest[KINDS];

  EcdsaSighash(SpentTransaction spent, int input) {
    this.spent = spent;
    this.input = input;
  }

  /** What is signed, 32 bytes. */
  byte[] hash(byte[] scriptCode, int type, SigVersion version) {
    if (version == SigVersion.BASE && LegacySighash.isOne(spent, input, type)) {
      byte[] one = new byte[32];
      one[0] = 1;
      return one;
    }
    // Version 0 and what was before it never meet in one input, so they can share.
    int kind = kind(type);
    MessageDigest midstate = midstates[kind];
    if (midstate == null || !Arrays.equals(scriptCode, scriptCodes[kind])) {
      midstate = midstate(scriptCode, type, version);
      midstates[kind] = midstate;
      scriptCodes[kind] = scriptCode;
    }
    MessageDigest sha256 = Sha256d.copy(midstate);
    sha256.update(littleEndian(type));
    return sha256.digest(sha256.digest());
  }

  private MessageDigest midstate(byte[] scriptCode, int type, SigVersion version) {
    return version == SigVersion.BASE
        ? LegacySighash.midstate(spent, input, scriptCode, type)
        : SegwitSighash.midstate(spent, input, scriptCode, type);
  }

  private static int kind(int type) {
    int outputs = SighashType.isSingle(type) ? 2 : SighashType.isNone(type) ? 1 : 0;
    return SighashType.isAnyoneCanPay(type) ? outputs + 3 : outputs;
  }

  private static byte[] littleEndian(int value) {
    return new byte[] {
      (byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)
    };
  }
}
