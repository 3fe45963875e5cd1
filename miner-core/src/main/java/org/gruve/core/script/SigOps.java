package org.gruve.core.script;

import java.util.List;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Counts signature operations, of which a block may have so many (Core: GetSigOpCount,
 * CountWitnessSigOps). They are counted in scripts as they are written, executed or not.
 */
public final class SigOps {
  private static final int MAX_PUBKEYS_PER_MULTISIG = 20;

  private SigOps() {}

  /** Those of an input's or output's own script, where each CHECKMULTISIG counts as 20. */
  public static int legacy(Bytes script) {
    return count(script.toArray(), false);
  }

  /**
   * Those of the redeem script where the output that is spent pays to a script's hash, otherwise 0
   * (Core: the summand of one input in GetP2SHSigOpCount).
   */
  public static int p2sh(Bytes inputScript, Bytes spentScript) {
    byte[] redeem = redeemScript(inputScript.toArray(), spentScript.toArray());
    return redeem == null ? 0 : count(redeem, true);
  }

  /** Those of a version 0 witness, plain or in P2SH (Core: CountWitnessSigOps). */
  public static int witness(Bytes inputScript, Bytes spentScript, List<Bytes> witness) {
    byte[] spent = spentScript.toArray();
    WitnessProgram plain = WitnessProgram.of(spent);
    if (plain != null) {
      return witness(plain, witness);
    }
    byte[] redeem = redeemScript(inputScript.toArray(), spent);
    WitnessProgram nested = redeem == null ? null : WitnessProgram.of(redeem);
    return nested == null ? 0 : witness(nested, witness);
  }

  private static int witness(WitnessProgram program, List<Bytes> witness) {
    if (program.version() != 0) {
      return 0;
    }
    if (program.size() == WitnessVerifier.KEY_HASH_SIZE) {
      return 1;
    }
    return program.size() == WitnessVerifier.SCRIPT_HASH_SIZE && !witness.isEmpty()
        ? count(witness.getLast().toArray(), true)
        : 0;
  }

  private static byte @Nullable [] redeemScript(byte[] inputScript, byte[] spentScript) {
    if (!ScriptForm.isPayToScriptHash(spentScript) || !ScriptForm.isPushOnly(inputScript)) {
      return null;
    }
    ScriptReader reader = new ScriptReader(inputScript);
    byte[] last = ScriptStack.FALSE;
    while (reader.next()) {
      last = reader.push();
    }
    return last;
  }

  private static int count(byte[] script, boolean accurate) {
    ScriptReader reader = new ScriptReader(script);
    int count = 0;
    int last = ScriptReader.INVALID;
    while (reader.next()) {
      int opcode = reader.opcode();
      if (opcode == Op.OP_CHECKSIG || opcode == Op.OP_CHECKSIGVERIFY) {
        count++;
      } else if (opcode == Op.OP_CHECKMULTISIG || opcode == Op.OP_CHECKMULTISIGVERIFY) {
        boolean known = accurate && last >= Op.OP_1 && last <= Op.OP_16;
        count += known ? last - Op.OP_1 + 1 : MAX_PUBKEYS_PER_MULTISIG;
      }
      last = opcode;
    }
    return count;
  }
}
