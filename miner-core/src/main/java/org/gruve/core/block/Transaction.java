package org.gruve.core.block;

import java.util.List;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/**
 * A transaction. {@code version} is unsigned in Core's rules; {@code lockTime} is unsigned.
 * Serialised forms and hashes are computed at each call.
 */
public record Transaction(int version, List<TxIn> inputs, List<TxOut> outputs, int lockTime) {
  /** Keeps immutable copies of the lists. */
  public Transaction {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Reads the bytes of exactly one transaction, with or without witness. */
  public static Transaction parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    Transaction transaction = TransactionFormat.read(in);
    in.end();
    return transaction;
  }

  /** The bytes, with the witness if there is one (BIP144). */
  public byte[] bytes() {
    return TransactionFormat.bytes(this, hasWitness());
  }

  /** The bytes without witness: what the txid is the hash of. */
  public byte[] strippedBytes() {
    return TransactionFormat.bytes(this, false);
  }

  /** The hash without witness. */
  public Hash256 txid() {
    return Sha256d.hash(strippedBytes());
  }

  /** The hash with witness. */
  public Hash256 wtxid() {
    return Sha256d.hash(bytes());
  }

  /** Three times the stripped size and once the whole size (BIP141). */
  public int weight() {
    return 3 * strippedBytes().length + bytes().length;
  }

  /** Whether any input has a witness. */
  public boolean hasWitness() {
    return inputs.stream().anyMatch(input -> !input.witness().isEmpty());
  }

  /** Whether it makes coins: one input, which names no output. */
  public boolean isCoinbase() {
    return inputs.size() == 1 && inputs.getFirst().prevout().isNull();
  }
}
