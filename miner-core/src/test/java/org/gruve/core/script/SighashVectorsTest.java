package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Core's sighash.json: random transactions, scripts and hash types of 32 bits. */
class SighashVectorsTest {
  @Test
  void everyHashIsThatOfCore() {
    JsonNode cases = JsonMapper.shared().readTree(TestData.bytes("core/sighash.json"));
    List<String> wrong = new ArrayList<>();
    // The first case is a comment.
    for (int i = 1; i < cases.size(); i++) {
      JsonNode node = cases.get(i);
      if (!hash(node).equals(Hash256.fromDisplay(node.get(4).asString()))) {
        wrong.add(node.toString());
      }
    }
    int count = cases.size() - 1;
    System.out.printf("sighash.json: %d of %d%n", count - wrong.size(), count);
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(500);
  }

  private static Hash256 hash(JsonNode node) {
    Transaction transaction = Transaction.parse(HexFormat.of().parseHex(node.get(0).asString()));
    TxOut unasked = new TxOut(0, Bytes.EMPTY);
    SpentTransaction spent =
        new SpentTransaction(
            transaction, Collections.nCopies(transaction.inputs().size(), unasked));
    byte[] scriptCode = HexFormat.of().parseHex(node.get(1).asString());
    EcdsaSighash sighash = new EcdsaSighash(spent, node.get(2).asInt());
    return Hash256.of(sighash.hash(scriptCode, node.get(3).asInt(), SigVersion.BASE));
  }
}
