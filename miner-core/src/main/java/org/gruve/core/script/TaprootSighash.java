package org.gruve.core.script;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;

/** What signatures of taproot spends sign (BIP341, BIP342; Core: SignatureHashSchnorr). */
final class TaprootSighash {
  private static final TaggedHash SIGHASH = new TaggedHash("TapSighash");
  private static final int HASH = 32;

  /** Of all fields but the output that is spent, of which the script may be long. */
  private static final int MOST_OF_FIXED = 10 + 5 * HASH + 1 + 40 + 2 * HASH + HASH + 5;

  private TaprootSighash() {}

  /** Fails for hash types that mean nothing, and for SINGLE without an output. */
  static byte[] hash(SpentTransaction spent, int input, int type, ExecutionData data)
      throws ScriptFailure {
    int outputs = type == SighashType.DEFAULT ? SighashType.ALL : type & SighashType.SINGLE;
    boolean known = type == SighashType.DEFAULT || SighashType.isDefined(type);
    boolean signable = outputs != SighashType.SINGLE || input < spent.outputs().count();
    ScriptFailure.unless(known && signable, ScriptError.SCHNORR_SIG_HASHTYPE);
    return SIGHASH.hash(message(spent, input, type, outputs, data));
  }

  /** What is hashed, from the epoch on. */
  static byte[] message(
      SpentTransaction spent, int input, int type, int outputs, ExecutionData data) {
    boolean alone = SighashType.isAnyoneCanPay(type);
    byte[] own =
        alone ? SerializedOutputs.serialized(spent.spentOutputs().get(input)) : new byte[0];
    ByteBuffer out = TransactionHashes.littleEndian(MOST_OF_FIXED + own.length);
    Transaction transaction = spent.transaction();
    // The epoch, which is 0.
    out.put((byte) 0).put((byte) type).putInt(transaction.version());
    out.putInt(transaction.lockTime());
    putTransaction(out, spent, alone, outputs);
    putInput(out, transaction.inputs().get(input), input, own, data);
    if (outputs == SighashType.SINGLE) {
      out.put(spent.outputs().sha256(input));
    }
    putLeaf(out, data);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void putTransaction(
      ByteBuffer out, SpentTransaction spent, boolean alone, int outputs) {
    if (!alone) {
      out.put(spent.hashes().prevouts);
      out.put(spent.spentHashes().amounts).put(spent.spentHashes().scripts);
      out.put(spent.hashes().sequences);
    }
    if (outputs == SighashType.ALL) {
      out.put(spent.hashes().outputs);
    }
  }

  private static void putInput(
      ByteBuffer out, TxIn signed, int input, byte[] own, ExecutionData data) {
    int leaf = data.tapleafHash() == null ? 0 : 2;
    byte[] annex = data.annexHash();
    out.put((byte) (annex == null ? leaf : leaf + 1));
    if (own.length > 0) {
      TransactionHashes.putPrevout(out, signed);
      out.put(own).putInt(signed.sequence());
    } else {
      out.putInt(input);
    }
    if (annex != null) {
      out.put(annex);
    }
  }

  private static void putLeaf(ByteBuffer out, ExecutionData data) {
    byte[] leaf = data.tapleafHash();
    if (leaf != null) {
      // The version of keys, which is 0 for those of 32 bytes.
      out.put(leaf).put((byte) 0).putInt(data.codeSeparator());
    }
  }
}
