package org.gruve.core.block;

import java.util.List;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;

/**
 * A transaction; equal to another by content. {@code version} and {@code lockTime} are unsigned.
 * What it hashes to is computed once: threads that ask at the same time may compute it twice, with
 * the same result.
 */
public final class Transaction {
  private final int version;
  private final List<TxIn> inputs;
  private final List<TxOut> outputs;
  private final int lockTime;
  private @Nullable TransactionBytes wire;
  private @Nullable Hash256 txid;
  private @Nullable Hash256 wtxid;

  /** Keeps immutable copies of the lists. */
  public Transaction(int version, List<TxIn> inputs, List<TxOut> outputs, int lockTime) {
    this.version = version;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.lockTime = lockTime;
  }

  /** Reads the bytes of exactly one transaction, with or without witness. */
  public static Transaction parse(byte[] bytes) {
    ByteReader in = new ByteReader(bytes.clone());
    Transaction transaction = TransactionFormat.read(in);
    in.end();
    return transaction;
  }

  /** This transaction, which was read from these bytes. */
  Transaction readFrom(TransactionBytes bytes) {
    wire = bytes;
    return this;
  }

  /** Unsigned. */
  public int version() {
    return version;
  }

  /** What it spends, in order. */
  public List<TxIn> inputs() {
    return inputs;
  }

  /** What it makes, in order. */
  public List<TxOut> outputs() {
    return outputs;
  }

  /** The height or time (unsigned seconds) before which it is locked; 0 where it is not. */
  public int lockTime() {
    return lockTime;
  }

  /** The bytes, with the witness if there is one (BIP144). */
  public byte[] bytes() {
    return wire().whole();
  }

  /** The bytes without witness: what the txid is the hash of. */
  public byte[] strippedBytes() {
    return wire().stripped();
  }

  /** Writes {@link #bytes()}. */
  void writeTo(ByteWriter out) {
    wire().writeWhole(out);
  }

  /** How many bytes it has, witness included. */
  public int size() {
    return wire().size();
  }

  /** How many bytes it has without witness. */
  public int strippedSize() {
    return wire().strippedSize();
  }

  /** The hash without witness. */
  public Hash256 txid() {
    Hash256 known = txid;
    if (known == null) {
      known = wire().hashOfStripped();
      txid = known;
    }
    return known;
  }

  /** The hash with witness. */
  public Hash256 wtxid() {
    Hash256 known = wtxid;
    if (known == null) {
      known = hasWitness() ? wire().hashOfWhole() : txid();
      wtxid = known;
    }
    return known;
  }

  /** Three times the stripped size and once the whole size (BIP141). */
  public int weight() {
    return 3 * strippedSize() + size();
  }

  /** Whether any input has a witness. */
  public boolean hasWitness() {
    for (TxIn input : inputs) {
      if (!input.witness().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it makes coins: one input, which names no output. */
  public boolean isCoinbase() {
    return inputs.size() == 1 && inputs.getFirst().prevout().isNull();
  }

  private TransactionBytes wire() {
    TransactionBytes known = wire;
    if (known == null) {
      known = TransactionFormat.write(this);
      wire = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Transaction that
        && version == that.version
        && lockTime == that.lockTime
        && inputs.equals(that.inputs)
        && outputs.equals(that.outputs);
  }

  @Override
  public int hashCode() {
    return txid().hashCode();
  }

  /** Its txid, in display order. */
  @Override
  public String toString() {
    return txid().display();
  }
}
