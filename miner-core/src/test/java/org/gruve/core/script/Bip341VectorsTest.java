package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gruve.core.TestData;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** BIP341's own vectors: trees and what commits to them, and key path spends with all hashes. */
class Bip341VectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  private final JsonNode vectors =
      JsonMapper.shared().readTree(TestData.bytes("core/bip341_wallet_vectors.json"));

  @Test
  void everyControlBlockLeadsFromItsLeafToTheOutputKey() throws ScriptFailure {
    int blocks = 0;
    int outputs = 0;
    for (JsonNode vector : vectors.get("scriptPubKey")) {
      outputs++;
      List<JsonNode> leaves = new ArrayList<>();
      addLeaves(vector.get("given").get("scriptTree"), leaves);
      for (int i = 0; i < leaves.size(); i++) {
        checkLeaf(vector, leaves.get(i), i);
        blocks++;
      }
    }
    System.out.printf("BIP341: %d outputs, %d control blocks%n", outputs, blocks);
    assertThat(outputs).isEqualTo(7);
    assertThat(blocks).isEqualTo(12);
  }

  private static void checkLeaf(JsonNode vector, JsonNode leaf, int index) throws ScriptFailure {
    JsonNode between = vector.get("intermediary");
    JsonNode expected = vector.get("expected");
    byte[] block = hex(expected.get("scriptPathControlBlocks").get(index));
    ControlBlock control = ControlBlock.of(block);
    assertThat(control.leafVersion()).isEqualTo(leaf.get("leafVersion").asInt());
    byte[] leafHash = control.leafHash(hex(leaf.get("script")));
    assertThat(leafHash).isEqualTo(hex(between.get("leafHashes").get(index)));
    assertThat(control.root(leafHash)).isEqualTo(hex(between.get("merkleRoot")));
    assertThat(control.tweak(leafHash)).isEqualTo(hex(between.get("tweak")));
    byte[] output = hex(between.get("tweakedPubkey"));
    assertThat(HEX.formatHex(output))
        .isEqualTo(expected.get("scriptPubKey").asString().substring(4));
    assertThat(isCommitted(control, output, leafHash, control.isOutputOdd())).isTrue();
    assertThat(isCommitted(control, output, leafHash, !control.isOutputOdd())).isFalse();
  }

  private static boolean isCommitted(
      ControlBlock control, byte[] output, byte[] leafHash, boolean odd) {
    SpentTransaction any = TestSpend.of(Bytes.EMPTY, List.of(), Bytes.EMPTY, 0);
    SignatureChecks checks = SignatureChecks.exact(new BouncyCastleVerifier());
    return new InputChecker(any, 0, ScriptFlags.NONE, checks)
        .checkTapTweak(output, control.internalKey(), control.tweak(leafHash), odd);
  }

  @Test
  void keyPathSpendsSignTheMessagesThatTheBipSays() throws ScriptFailure {
    int inputs = 0;
    for (JsonNode vector : vectors.get("keyPathSpending")) {
      SpentTransaction spent = spent(vector, "rawUnsignedTx");
      checkHashes(spent, vector.get("intermediary"));
      for (JsonNode input : vector.get("inputSpending")) {
        checkInput(spent, input);
        inputs++;
      }
    }
    System.out.printf("BIP341: %d key path spends%n", inputs);
    assertThat(inputs).isEqualTo(7);
  }

  /** Two of its nine inputs are no taproot spends. */
  @Test
  void theSignedTransactionHolds() {
    JsonNode vector = vectors.get("keyPathSpending").get(0);
    SpentTransaction spent = spent(vector, "fullySignedTx");
    SignatureChecks checks = SignatureChecks.exact(new BouncyCastleVerifier());
    for (int i = 0; i < 9; i++) {
      assertThat(ScriptVerifier.verify(spent, i, ScriptFlags.all(), checks))
          .as("input %d", i)
          .isEqualTo(ScriptError.OK);
    }
  }

  private static void checkHashes(SpentTransaction spent, JsonNode expected) {
    assertThat(spent.spentHashes().amounts).isEqualTo(hex(expected.get("hashAmounts")));
    assertThat(spent.spentHashes().scripts).isEqualTo(hex(expected.get("hashScriptPubkeys")));
    assertThat(spent.hashes().outputs).isEqualTo(hex(expected.get("hashOutputs")));
    assertThat(spent.hashes().prevouts).isEqualTo(hex(expected.get("hashPrevouts")));
    assertThat(spent.hashes().sequences).isEqualTo(hex(expected.get("hashSequences")));
  }

  private static void checkInput(SpentTransaction spent, JsonNode vector) throws ScriptFailure {
    int index = vector.get("given").get("txinIndex").asInt();
    int type = vector.get("given").get("hashType").asInt();
    int outputs = type == SighashType.DEFAULT ? SighashType.ALL : type & SighashType.SINGLE;
    ExecutionData data = ExecutionData.keyPath(null);
    JsonNode expected = vector.get("intermediary");
    assertThat(TaprootSighash.message(spent, index, type, outputs, data))
        .isEqualTo(hex(expected.get("sigMsg")));
    assertThat(TaprootSighash.hash(spent, index, type, data))
        .isEqualTo(hex(expected.get("sigHash")));
  }

  private static SpentTransaction spent(JsonNode vector, String form) {
    JsonNode unsigned = vector.get("given").get(form);
    JsonNode node = unsigned == null ? vector.get("auxiliary").get(form) : unsigned;
    List<TxOut> outputs = new ArrayList<>();
    for (JsonNode utxo : vector.get("given").get("utxosSpent")) {
      Bytes script = Bytes.ofHex(utxo.get("scriptPubKey").asString());
      outputs.add(new TxOut(utxo.get("amountSats").asLong(), script));
    }
    return new SpentTransaction(Transaction.parse(hex(node)), outputs);
  }

  private static void addLeaves(@Nullable JsonNode tree, List<JsonNode> leaves) {
    if (tree == null || tree.isNull()) {
      return;
    }
    if (tree.isArray()) {
      tree.forEach(branch -> addLeaves(branch, leaves));
    } else {
      leaves.add(tree);
    }
  }

  private static byte[] hex(JsonNode node) {
    return HEX.parseHex(node.asString());
  }
}
