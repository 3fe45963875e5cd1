package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.core.TestData;
import org.gruve.core.block.ByteWriter;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash160;
import org.junit.jupiter.api.Test;

/** The transaction of block 364292 that made signature hashing's quadratic cost known. */
class MegaTransactionTest {
  private static final String FILE = "txs/megatx_bb41a757_block364292.raw";
  private static final ScriptFlags FLAGS = ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.DERSIG);

  @Test
  void allInputsOfTheMegaTransactionHold() {
    SpentTransaction spent = spent();
    SignatureRows rows = new SignatureRows(spent.spentOutputs().size());
    SignatureVerifier reference = new BouncyCastleVerifier();
    long start = System.nanoTime();
    SignatureChecks checks = SignatureChecks.deferring(rows, reference);
    int count = spent.spentOutputs().size();
    long held =
        IntStream.range(0, count)
            .filter(i -> ScriptVerifier.verify(spent, i, FLAGS, checks) == ScriptError.OK)
            .count();
    System.out.printf(
        "megatx: scripts and sighashes of %d inputs in %d ms on one thread%n",
        count, (System.nanoTime() - start) / 1_000_000);
    assertThat(held).isEqualTo(5569);
    assertThat(rows.count()).isEqualTo(5569);
    assertThat(reference.verify(rows).cardinality()).isEqualTo(5569);
  }

  /** Its inputs pay to key hashes, and legacy signatures do not sign amounts. */
  private static SpentTransaction spent() {
    Transaction transaction = Transaction.parse(TestData.bytes(FILE));
    List<TxOut> outputs = new ArrayList<>();
    for (TxIn input : transaction.inputs()) {
      ScriptReader reader = new ScriptReader(input.script().toArray());
      byte[] key = ScriptStack.FALSE;
      while (reader.next()) {
        key = reader.push();
      }
      outputs.add(new TxOut(0, payToKeyHash(key)));
    }
    return new SpentTransaction(transaction, outputs);
  }

  private static Bytes payToKeyHash(byte[] key) {
    return Bytes.of(
        new ByteWriter()
            .raw(new byte[] {0x76, (byte) 0xa9, 20})
            .raw(Hash160.hash(key))
            .raw(new byte[] {(byte) 0x88, (byte) 0xac})
            .toArray());
  }
}
