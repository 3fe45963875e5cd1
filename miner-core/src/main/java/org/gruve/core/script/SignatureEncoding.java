package org.gruve.core.script;

/** How signatures and keys may be written (Core: CheckSignatureEncoding, CheckPubKeyEncoding). */
final class SignatureEncoding {
  private SignatureEncoding() {}

  static void check(byte[] signature, byte[] key, SigVersion version, ScriptFlags flags)
      throws ScriptFailure {
    checkSignature(signature, flags);
    checkPublicKey(key, version, flags);
  }

  private static void checkSignature(byte[] signature, ScriptFlags flags) throws ScriptFailure {
    // An empty signature is a short way to say that it does not hold.
    if (signature.length == 0) {
      return;
    }
    boolean lowS = flags.has(ScriptFlag.LOW_S);
    boolean strict = flags.has(ScriptFlag.STRICTENC);
    if (lowS || strict || flags.has(ScriptFlag.DERSIG)) {
      ScriptFailure.unless(EcdsaSignature.isValidEncoding(signature), ScriptError.SIG_DER);
    }
    if (lowS) {
      boolean low = EcdsaSignature.isLowS(SighashType.strip(signature));
      ScriptFailure.unless(low, ScriptError.SIG_HIGH_S);
    }
    if (strict) {
      boolean defined = SighashType.isDefined(SighashType.of(signature));
      ScriptFailure.unless(defined, ScriptError.SIG_HASHTYPE);
    }
  }

  private static void checkPublicKey(byte[] key, SigVersion version, ScriptFlags flags)
      throws ScriptFailure {
    if (flags.has(ScriptFlag.STRICTENC)) {
      boolean known = PublicKey.isCompressedOrUncompressed(key);
      ScriptFailure.unless(known, ScriptError.PUBKEYTYPE);
    }
    if (version == SigVersion.WITNESS_V0 && flags.has(ScriptFlag.WITNESS_PUBKEYTYPE)) {
      ScriptFailure.unless(PublicKey.isCompressed(key), ScriptError.WITNESS_PUBKEYTYPE);
    }
  }
}
