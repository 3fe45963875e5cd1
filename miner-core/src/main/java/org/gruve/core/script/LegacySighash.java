package org.gruve.core.script;

import java.security.MessageDigest;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/**
 * What signatures from before segregated witness sign: the transaction with its input scripts
 * blanked (Core: CTransactionSignatureSerializer).
 */
final class LegacySighash {
  private static final byte[] BLANK_OUTPUT = {-1, -1, -1, -1, -1, -1, -1, -1, 0};

  private LegacySighash() {}

  /** Whether the hash is 1, for want of an output that SINGLE could sign: an old mistake. */
  static boolean isOne(SpentTransaction spent, int input, int type) {
    return SighashType.isSingle(type) && input >= spent.transaction().outputs().size();
  }

  /** The digest of all but the hash type. */
  static MessageDigest midstate(SpentTransaction spent, int input, byte[] scriptCode, int type) {
    Transaction transaction = spent.transaction();
    byte[] signed = signed(transaction.inputs().get(input), scriptCode);
    MessageDigest sha256;
    if (SighashType.isAnyoneCanPay(type)) {
      sha256 = Sha256d.sha256();
      sha256.update(BlankedInputs.head(transaction.version(), 1));
      sha256.update(signed);
    } else {
      boolean all = !SighashType.isNone(type) && !SighashType.isSingle(type);
      BlankedInputs blanked = spent.blanked(all);
      sha256 = blanked.before(input);
      sha256.update(signed);
      blanked.updateAfter(sha256, input);
    }
    updateOutputs(sha256, spent.outputs(), input, type);
    sha256.update(new Preimage(4).int32(transaction.lockTime()).toArray());
    return sha256;
  }

  /** The input that is signed: with the script that its output demands to be run. */
  private static byte[] signed(TxIn input, byte[] scriptCode) {
    byte[] code = ScriptCode.serialized(scriptCode);
    Preimage out = new Preimage(Preimage.PREVOUT + code.length + Integer.BYTES);
    return out.prevout(input).raw(code).int32(input.sequence()).toArray();
  }

  private static void updateOutputs(
      MessageDigest sha256, SerializedOutputs outputs, int input, int type) {
    if (SighashType.isNone(type)) {
      sha256.update((byte) 0);
    } else if (SighashType.isSingle(type)) {
      sha256.update(new Preimage(5).compactSize(input + 1).toArray());
      for (int i = 0; i < input; i++) {
        sha256.update(BLANK_OUTPUT);
      }
      outputs.update(sha256, input);
    } else {
      sha256.update(new Preimage(5).compactSize(outputs.count()).toArray());
      outputs.updateAll(sha256);
    }
  }
}
