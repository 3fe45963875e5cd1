package org.gruve.core.script;

import java.util.List;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;

/** The pair of transactions that script_tests.json is made for (Core: BuildSpendingTransaction). */
final class TestSpend {
  private static final Bytes TWO_ZEROS = Bytes.of(new byte[2]);

  private TestSpend() {}

  /** A transaction of one input, which spends {@code value} from {@code outputScript}. */
  static SpentTransaction of(
      Bytes inputScript, List<Bytes> witness, Bytes outputScript, long value) {
    TxOut spent = new TxOut(value, outputScript);
    TxIn coinbase = new TxIn(OutPoint.NULL, TWO_ZEROS, TxIn.SEQUENCE_FINAL, List.of());
    Transaction credit = new Transaction(1, List.of(coinbase), List.of(spent), 0);
    OutPoint prevout = new OutPoint(credit.txid(), 0);
    TxIn input = new TxIn(prevout, inputScript, TxIn.SEQUENCE_FINAL, witness);
    TxOut output = new TxOut(value, Bytes.EMPTY);
    return new SpentTransaction(
        new Transaction(1, List.of(input), List.of(output), 0), List.of(spent));
  }
}
