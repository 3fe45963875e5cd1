package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Transactions of the main chain that other implementations once got wrong. */
class FamousTransactionsTest {
  private final SignatureVerifier reference = new BouncyCastleVerifier();

  @Test
  void aTapscriptMultisigOf998KeysHolds() {
    Transaction transaction =
        Transaction.parse(TestData.bytes("txs/mainnet_7393096d_998of999_tapscript.raw"));
    SpentTransaction spent = new SpentTransaction(transaction, List.of(parentOutput(transaction)));
    SignatureRows rows = new SignatureRows(1000);
    SignatureChecks deferring = SignatureChecks.deferring(rows, reference);
    assertThat(ScriptVerifier.verify(spent, 0, ScriptFlags.all(), deferring))
        .isEqualTo(ScriptError.OK);
    // One more than signatures: the output key's commitment to the script.
    assertThat(rows.count()).isEqualTo(999);
    assertThat(reference.verify(rows).cardinality()).isEqualTo(999);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 7, 10})
  void oddTransactionsHold(int number) {
    Transaction transaction = Transaction.parse(TestData.bytes("txs/bcoin_tx" + number + ".raw"));
    byte[] undo = TestData.bytes("txs/bcoin_tx" + number + ".undo");
    SpentTransaction spent =
        new SpentTransaction(transaction, outputs(undo, transaction.inputs().size()));
    ScriptFlags flags = ScriptFlags.of(ScriptFlag.P2SH, ScriptFlag.WITNESS, ScriptFlag.TAPROOT);
    SignatureChecks checks = SignatureChecks.exact(reference);
    for (int i = 0; i < transaction.inputs().size(); i++) {
      assertThat(ScriptVerifier.verify(spent, i, flags, checks)).isEqualTo(ScriptError.OK);
    }
  }

  private static TxOut parentOutput(Transaction transaction) {
    TxIn input = transaction.inputs().getFirst();
    for (JsonNode famous :
        JsonMapper.shared().readTree(TestData.bytes("txs/taproot_famous_parents.json"))) {
      byte[] bytes = Bytes.ofHex(famous.get("parent_tx").asString()).toArray();
      Transaction parent = Transaction.parse(bytes);
      if (parent.txid().equals(input.prevout().txid())) {
        return parent.outputs().get(input.prevout().index());
      }
    }
    throw new AssertionError("no parent of " + transaction.txid());
  }

  /** Outputs one after the other; parsed as those of a transaction that is put around them. */
  private static List<TxOut> outputs(byte[] undo, int count) {
    Bytes before =
        Bytes.ofHex(
            "01000000" + "01" + "00".repeat(36) + "00" + "00000000" + "%02x".formatted(count));
    Bytes whole = before.then(Bytes.of(undo)).then(Bytes.ofHex("00000000"));
    return new ArrayList<>(Transaction.parse(whole.toArray()).outputs());
  }
}
