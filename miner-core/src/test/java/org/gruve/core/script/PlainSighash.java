package org.gruve.core.script;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;

/**
 * What signatures over the whole transaction sign, written down once more from BIP143, BIP341 and
 * the old rules without any cache: wallets of tests sign by it, and so check the other one.
 */
public final class PlainSighash {
  /** The hash type of all these signatures, but for taproot's default. */
  public static final int ALL = 1;

  private PlainSighash() {}

  /** Before segwit; the script code holds neither separators nor the signature. */
  public static byte[] legacy(Transaction tx, int input, Bytes scriptCode) {
    List<TxIn> blanked = new ArrayList<>();
    for (int i = 0; i < tx.inputs().size(); i++) {
      TxIn in = tx.inputs().get(i);
      Bytes script = i == input ? scriptCode : Bytes.EMPTY;
      blanked.add(new TxIn(in.prevout(), script, in.sequence(), List.of()));
    }
    Transaction signed = new Transaction(tx.version(), blanked, tx.outputs(), tx.lockTime());
    return Sha256d.hash(signed.strippedBytes(), little(ALL)).bytes();
  }

  /** BIP143. */
  public static byte[] witnessV0(Transaction tx, int input, Bytes scriptCode, long value) {
    TxIn in = tx.inputs().get(input);
    ByteWriter out = new ByteWriter().int32(tx.version());
    out.raw(Sha256d.hash(prevouts(tx)).bytes()).raw(Sha256d.hash(sequences(tx)).bytes());
    out.hash(in.prevout().txid()).int32(in.prevout().index());
    out.bytes(scriptCode).int64(value).int32(in.sequence());
    out.raw(Sha256d.hash(outputs(tx)).bytes()).int32(tx.lockTime()).int32(ALL);
    return Sha256d.hash(out.toArray()).bytes();
  }

  /**
   * BIP341 with the default hash type and no annex.
   *
   * @param leaf the leaf's hash (BIP342), or empty where the key is spent
   */
  public static byte[] taproot(Transaction tx, int input, List<TxOut> spent, byte[] leaf) {
    ByteWriter out = new ByteWriter().uint8(0).uint8(0).int32(tx.version()).int32(tx.lockTime());
    ByteWriter amounts = new ByteWriter();
    ByteWriter scripts = new ByteWriter();
    spent.forEach(coin -> amounts.int64(coin.value()));
    spent.forEach(coin -> scripts.bytes(coin.script()));
    out.raw(SigningKey.sha256(prevouts(tx))).raw(SigningKey.sha256(amounts.toArray()));
    out.raw(SigningKey.sha256(scripts.toArray())).raw(SigningKey.sha256(sequences(tx)));
    out.raw(SigningKey.sha256(outputs(tx))).uint8(leaf.length == 0 ? 0 : 2).int32(input);
    if (leaf.length != 0) {
      out.raw(leaf).uint8(0).int32(-1);
    }
    return SigningKey.tagged("TapSighash", out.toArray());
  }

  private static byte[] prevouts(Transaction tx) {
    ByteWriter out = new ByteWriter();
    tx.inputs().forEach(in -> out.hash(in.prevout().txid()).int32(in.prevout().index()));
    return out.toArray();
  }

  private static byte[] sequences(Transaction tx) {
    ByteWriter out = new ByteWriter();
    tx.inputs().forEach(in -> out.int32(in.sequence()));
    return out.toArray();
  }

  private static byte[] outputs(Transaction tx) {
    ByteWriter out = new ByteWriter();
    tx.outputs().forEach(output -> out.int64(output.value()).bytes(output.script()));
    return out.toArray();
  }

  private static byte[] little(int value) {
    return new ByteWriter().int32(value).toArray();
  }
}
