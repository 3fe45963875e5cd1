package org.gruve.core.script;

import java.security.MessageDigest;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/** What signatures in version 0 witnesses sign (BIP143). */
final class SegwitSighash {
  private static final byte[] NOTHING = new byte[32];
  private static final int FIXED = 4 + 32 + 32 + Preimage.PREVOUT + 8 + 4 + 32 + 4;

  private SegwitSighash() {}

  /** The digest of all but the hash type. */
  static MessageDigest midstate(SpentTransaction spent, int input, byte[] scriptCode, int type) {
    Transaction transaction = spent.transaction();
    TransactionHashes hashes = spent.hashes();
    TxIn signed = transaction.inputs().get(input);
    boolean others = !SighashType.isAnyoneCanPay(type);
    boolean all = !SighashType.isSingle(type) && !SighashType.isNone(type);
    int codeSize = Preimage.sizeOfSize(scriptCode.length) + scriptCode.length;
    Preimage out = new Preimage(FIXED + codeSize).int32(transaction.version());
    out.raw(others ? hashes.prevoutsTwice : NOTHING);
    out.raw(others && all ? hashes.sequencesTwice : NOTHING);
    out.prevout(signed).compactSize(scriptCode.length).raw(scriptCode);
    out.int64(spent.spentOutputs().get(input).value()).int32(signed.sequence());
    out.raw(all ? hashes.outputsTwice : singleOutput(spent, input, type));
    out.int32(transaction.lockTime());
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(out.toArray());
    return sha256;
  }

  private static byte[] singleOutput(SpentTransaction spent, int input, int type) {
    boolean one = SighashType.isSingle(type) && input < spent.outputs().count();
    return one ? Sha256d.sha256().digest(spent.outputs().sha256(input)) : NOTHING;
  }
}
