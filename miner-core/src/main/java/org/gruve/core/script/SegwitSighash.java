package org.gruve.core.script;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/** What signatures in version 0 witnesses sign (BIP143). */
final class SegwitSighash {
  private static final byte[] NOTHING = new byte[32];
  private static final int FIXED = 4 + 32 + 32 + TransactionHashes.PREVOUT + 8 + 4 + 32 + 4;

  private SegwitSighash() {}

  /** The digest of all but the hash type. */
  static MessageDigest midstate(SpentTransaction spent, int input, byte[] scriptCode, int type) {
    Transaction transaction = spent.transaction();
    TransactionHashes hashes = spent.hashes();
    TxIn signed = transaction.inputs().get(input);
    boolean others = !SighashType.isAnyoneCanPay(type);
    boolean all = !SighashType.isSingle(type) && !SighashType.isNone(type);
    byte[] size = new ByteWriter().compactSize(scriptCode.length).toArray();
    ByteBuffer out = TransactionHashes.littleEndian(FIXED + size.length + scriptCode.length);
    out.putInt(transaction.version());
    out.put(others ? hashes.prevoutsTwice : NOTHING);
    out.put(others && all ? hashes.sequencesTwice : NOTHING);
    TransactionHashes.putPrevout(out, signed);
    out.put(size).put(scriptCode).putLong(spent.spentOutputs().get(input).value());
    out.putInt(signed.sequence());
    out.put(all ? hashes.outputsTwice : singleOutput(spent, input, type));
    out.putInt(transaction.lockTime());
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(out.array());
    return sha256;
  }

  private static byte[] singleOutput(SpentTransaction spent, int input, int type) {
    boolean one = SighashType.isSingle(type) && input < spent.outputs().count();
    return one ? Sha256d.sha256().digest(spent.outputs().sha256(input)) : NOTHING;
  }
}
