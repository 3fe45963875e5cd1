package org.gruve.core.script;

import java.util.List;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Sha256d;

/**
 * Hashes of a transaction's prevouts, sequences and outputs: once with SHA-256 for BIP341, twice
 * for BIP143. Nobody writes to the arrays.
 */
final class TransactionHashes {
  final byte[] prevouts;
  final byte[] sequences;
  final byte[] outputs;
  final byte[] prevoutsTwice;
  final byte[] sequencesTwice;
  final byte[] outputsTwice;

  TransactionHashes(Transaction transaction, SerializedOutputs serialized) {
    List<TxIn> inputs = transaction.inputs();
    Preimage allPrevouts = new Preimage(Preimage.PREVOUT * inputs.size());
    Preimage allSequences = new Preimage(Integer.BYTES * inputs.size());
    for (TxIn input : inputs) {
      allPrevouts.prevout(input);
      allSequences.int32(input.sequence());
    }
    prevouts = sha256(allPrevouts.toArray());
    sequences = sha256(allSequences.toArray());
    outputs = serialized.sha256();
    prevoutsTwice = sha256(prevouts);
    sequencesTwice = sha256(sequences);
    outputsTwice = sha256(outputs);
  }

  private static byte[] sha256(byte[] bytes) {
    return Sha256d.sha256().digest(bytes);
  }
}
