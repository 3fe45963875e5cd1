package org.gruve.core.script;

import java.util.Arrays;
import org.gruve.core.block.Transaction;

/**
 * What the scripts of one input ask of its transaction (Core: GenericTransactionSignatureChecker).
 */
final class InputChecker {
  private static final int SCHNORR_SIGNATURE = 64;

  private final SpentTransaction spent;
  private final int input;
  private final ScriptFlags flags;
  private final SignatureChecks checks;
  private final EcdsaSighash ecdsa;

  InputChecker(SpentTransaction spent, int input, ScriptFlags flags, SignatureChecks checks) {
    this.spent = spent;
    this.input = input;
    this.flags = flags;
    this.checks = checks;
    this.ecdsa = new EcdsaSighash(spent, input);
  }

  ScriptFlags flags() {
    return flags;
  }

  Transaction transaction() {
    return spent.transaction();
  }

  int sequence() {
    return spent.transaction().inputs().get(input).sequence();
  }

  /** Whether a signature with its hash type holds (Core: CheckECDSASignature). */
  boolean checkEcdsa(
      byte[] signature, byte[] key, byte[] scriptCode, SigVersion version, boolean expected) {
    byte[] compressed = PublicKey.compressed(key);
    if (compressed == null || !RowRange.isCoordinate(compressed, 1) || signature.length == 0) {
      return false;
    }
    byte[] compact = EcdsaSignature.parseLax(SighashType.strip(signature));
    if (compact == null || RowRange.isZero(compact, 0) || RowRange.isZero(compact, 32)) {
      return false;
    }
    byte[] message = ecdsa.hash(scriptCode, SighashType.of(signature), version);
    return checks.holds(SignatureRows.ECDSA, compressed, message, compact, expected);
  }

  /** A multisig did not hold, and its script goes on. */
  void multisigFailed() {
    checks.failed();
  }

  /**
   * Fails unless a BIP340 signature, with or without its hash type, holds (Core:
   * CheckSchnorrSignature).
   */
  void checkSchnorr(byte[] signature, byte[] xonly, ExecutionData data) throws ScriptFailure {
    boolean typed = signature.length == SCHNORR_SIGNATURE + 1;
    boolean sized = typed || signature.length == SCHNORR_SIGNATURE;
    ScriptFailure.unless(sized, ScriptError.SCHNORR_SIG_SIZE);
    int type = typed ? SighashType.of(signature) : SighashType.DEFAULT;
    boolean said = !typed || type != SighashType.DEFAULT;
    ScriptFailure.unless(said, ScriptError.SCHNORR_SIG_HASHTYPE);
    byte[] message = TaprootSighash.hash(spent, input, type, data);
    byte[] bare = typed ? SighashType.strip(signature) : signature;
    ScriptFailure.unless(holds(xonly, message, bare), ScriptError.SCHNORR_SIG);
  }

  private boolean holds(byte[] xonly, byte[] message, byte[] signature) {
    return RowRange.isCoordinate(xonly, 0)
        && RowRange.isCoordinate(signature, 0)
        && RowRange.isScalar(signature, 32)
        && checks.holds(SignatureRows.SCHNORR, evenKey(xonly), message, signature, true);
  }

  /** Whether an output key is an internal key tweaked with a root (Core: CheckTapTweak). */
  boolean checkTapTweak(byte[] output, byte[] internal, byte[] tweak, boolean odd) {
    boolean inRange =
        RowRange.isCoordinate(output, 0)
            && RowRange.isCoordinate(internal, 0)
            && RowRange.isScalar(tweak, 0);
    if (!inRange) {
      return false;
    }
    byte[] tweaked = Arrays.copyOf(output, SCHNORR_SIGNATURE);
    tweaked[output.length] = (byte) (odd ? 1 : 0);
    return checks.holds(SignatureRows.TWEAK, evenKey(internal), tweak, tweaked, true);
  }

  private static byte[] evenKey(byte[] xonly) {
    byte[] key = new byte[33];
    key[0] = 2;
    System.arraycopy(xonly, 0, key, 1, 32);
    return key;
  }
}
