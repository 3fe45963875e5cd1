package org.gruve.core.script;

import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.jspecify.annotations.Nullable;

/** What signatures of taproot spends sign (BIP341, BIP342; Core: SignatureHashSchnorr). */
final class TaprootSighash {
  private static final TaggedHash SIGHASH = new TaggedHash("TapSighash");
  private static final int HASH = 32;

  private static final int EPOCH = 0;
  private static final int KEY_VERSION = 0;

  /** No message is longer, the script of the spent output apart. */
  private static final int MOST_BUT_SCRIPT = 10 + 5 * HASH + 1 + 53 + HASH + HASH + HASH + 5;

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
    Transaction transaction = spent.transaction();
    TxOut own = spent.spentOutputs().get(input);
    Preimage out = new Preimage(MOST_BUT_SCRIPT + own.script().size());
    out.int8(EPOCH).int8(type).int32(transaction.version()).int32(transaction.lockTime());
    boolean alone = SighashType.isAnyoneCanPay(type);
    putTransaction(out, spent, alone, outputs);
    out.int8(spendType(data));
    TxIn signed = transaction.inputs().get(input);
    if (alone) {
      out.prevout(signed).output(own).int32(signed.sequence());
    } else {
      out.int32(input);
    }
    putIfAny(out, data.annexHash());
    if (outputs == SighashType.SINGLE) {
      out.raw(spent.outputs().sha256(input));
    }
    if (data.tapleafHash() != null) {
      putIfAny(out, data.tapleafHash());
      out.int8(KEY_VERSION).int32(data.codeSeparator());
    }
    return out.toArray();
  }

  private static void putTransaction(
      Preimage out, SpentTransaction spent, boolean alone, int outputs) {
    if (!alone) {
      out.raw(spent.hashes().prevouts);
      out.raw(spent.spentHashes().amounts).raw(spent.spentHashes().scripts);
      out.raw(spent.hashes().sequences);
    }
    if (outputs == SighashType.ALL) {
      out.raw(spent.hashes().outputs);
    }
  }

  private static int spendType(ExecutionData data) {
    int leaf = data.tapleafHash() == null ? 0 : 2;
    return data.annexHash() == null ? leaf : leaf + 1;
  }

  private static void putIfAny(Preimage out, byte @Nullable [] hash) {
    if (hash != null) {
      out.raw(hash);
    }
  }
}
