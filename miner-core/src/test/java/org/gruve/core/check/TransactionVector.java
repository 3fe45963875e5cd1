package org.gruve.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gruve.core.TestData;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptError;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptText;
import org.gruve.core.script.ScriptVerifier;
import org.gruve.core.script.SignatureChecks;
import org.gruve.core.script.SpentTransaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case of tx_valid.json or tx_invalid.json. */
record TransactionVector(
    String text, Map<OutPoint, TxOut> prevouts, Transaction transaction, String flags) {
  static List<TransactionVector> read(String file) {
    List<TransactionVector> vectors = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(TestData.bytes(file))) {
      // A case that does not begin with a list is a comment.
      if (node.get(0).isArray()) {
        vectors.add(of(node));
      }
    }
    return vectors;
  }

  /** Whether all inputs hold. */
  boolean holds(ScriptFlags flags, SignatureChecks checks) {
    List<TxOut> spent =
        transaction.inputs().stream().map(input -> prevouts.get(input.prevout())).toList();
    SpentTransaction whole = new SpentTransaction(transaction, spent);
    for (int i = 0; i < spent.size(); i++) {
      if (ScriptVerifier.verify(whole, i, flags, checks) != ScriptError.OK) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }

  private static TransactionVector of(JsonNode node) {
    Map<OutPoint, TxOut> prevouts = new HashMap<>();
    for (JsonNode prevout : node.get(0)) {
      Hash256 txid = Hash256.fromDisplay(prevout.get(0).asString());
      long value = prevout.size() > 3 ? prevout.get(3).asLong() : 0;
      prevouts.put(
          new OutPoint(txid, prevout.get(1).asInt()),
          new TxOut(value, ScriptText.parse(prevout.get(2).asString())));
    }
    byte[] bytes = HexFormat.of().parseHex(node.get(1).asString());
    return new TransactionVector(
        node.toString(), prevouts, Transaction.parse(bytes), node.get(2).asString());
  }
}
