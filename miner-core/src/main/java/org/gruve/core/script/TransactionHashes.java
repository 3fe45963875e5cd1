package org.gruve.core.script;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/**
 * Hashes of a transaction's prevouts, sequences and outputs: once with SHA-256 for BIP341, twice
 * for BIP143. Nobody writes to the arrays.
 */
final class TransactionHashes {
  static final int PREVOUT = 36;

  final byte[] prevouts;
  final byte[] sequences;
  final byte[] outputs;
  final byte[] prevoutsTwice;
  final byte[] sequencesTwice;
  final byte[] outputsTwice;

  private TransactionHashes(byte[] prevouts, byte[] sequences, byte[] outputs) {
    this.prevouts = prevouts;
    this.sequences = sequences;
    this.outputs = outputs;
    prevoutsTwice = sha256(prevouts);
    sequencesTwice = sha256(sequences);
    outputsTwice = sha256(outputs);
  }

  static TransactionHashes of(Transaction transaction, SerializedOutputs outputs) {
    List<TxIn> inputs = transaction.inputs();
    ByteBuffer prevouts = littleEndian(PREVOUT * inputs.size());
    ByteBuffer sequences = littleEndian(Integer.BYTES * inputs.size());
    for (TxIn input : inputs) {
      putPrevout(prevouts, input);
      sequences.putInt(input.sequence());
    }
    return new TransactionHashes(
        sha256(prevouts.array()), sha256(sequences.array()), outputs.sha256());
  }

  static void putPrevout(ByteBuffer out, TxIn input) {
    int start = out.position();
    input.prevout().txid().writeTo(out.array(), start);
    out.position(start + 32).putInt(input.prevout().index());
  }

  static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] sha256(byte[] bytes) {
    return Sha256d.sha256().digest(bytes);
  }
}
