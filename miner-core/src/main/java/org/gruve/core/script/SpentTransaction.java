package org.gruve.core.script;

import java.util.List;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;

/**
 * A transaction together with the outputs that it spends, and what the hashes of all its signatures
 * have in common, computed once (Core: PrecomputedTransactionData). Any thread, many at once.
 */
public final class SpentTransaction {
  private final Transaction transaction;
  private final List<TxOut> spentOutputs;
  private final Once<TransactionHashes> hashes;
  private final Once<SpentHashes> spentHashes;
  private final Once<BlankedInputs> blanked;
  private final Once<BlankedInputs> blankedUpdating;
  private final Once<SerializedOutputs> outputs;

  /**
   * Takes one spent output for each input, in their order; IllegalArgumentException if there are
   * more or less of them.
   */
  public SpentTransaction(Transaction transaction, List<TxOut> spentOutputs) {
    if (transaction.inputs().size() != spentOutputs.size()) {
      throw new IllegalArgumentException(
          transaction.inputs().size() + " inputs do not spend " + spentOutputs.size() + " outputs");
    }
    this.transaction = transaction;
    this.spentOutputs = List.copyOf(spentOutputs);
    hashes = new Once<>(() -> new TransactionHashes(transaction, outputs()));
    spentHashes = new Once<>(() -> new SpentHashes(this.spentOutputs));
    blanked = new Once<>(() -> new BlankedInputs(transaction, true));
    blankedUpdating = new Once<>(() -> new BlankedInputs(transaction, false));
    outputs = new Once<>(() -> new SerializedOutputs(transaction.outputs()));
  }

  /** The transaction that spends. */
  public Transaction transaction() {
    return transaction;
  }

  /** What it spends, one output for each input. */
  public List<TxOut> spentOutputs() {
    return spentOutputs;
  }

  /** What BIP143 and BIP341 take from the transaction. */
  TransactionHashes hashes() {
    return hashes.value();
  }

  /** What only BIP341 takes: amounts and scripts. */
  SpentHashes spentHashes() {
    return spentHashes.value();
  }

  /** All inputs without their scripts; with their sequences, or with zeros instead. */
  BlankedInputs blanked(boolean withSequences) {
    return (withSequences ? blanked : blankedUpdating).value();
  }

  SerializedOutputs outputs() {
    return outputs.value();
  }
}
