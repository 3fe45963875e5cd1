package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.gruve.core.TestData;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dump of Core's feature_taproot.py: spends of every kind, each with one that fails (Core:
 * script_assets_tests.cpp).
 */
class TaprootAssetsTest {
  private static final String FILE = "core/taproot_script_assets_bitcoin_kmp.json.gz";
  private static final List<ScriptFlag> CONSENSUS =
      List.of(
          ScriptFlag.P2SH,
          ScriptFlag.DERSIG,
          ScriptFlag.NULLDUMMY,
          ScriptFlag.CHECKLOCKTIMEVERIFY,
          ScriptFlag.CHECKSEQUENCEVERIFY,
          ScriptFlag.WITNESS,
          ScriptFlag.TAPROOT);

  private final SignatureChecks checks = SignatureChecks.exact(new RememberedSignatures());
  private final List<ScriptFlags> flagSets = consensusFlags();
  private final List<String> wrong = new ArrayList<>();
  private int successes;
  private int failures;
  private int runs;

  @Test
  void everySpendEndsAsInCore() throws IOException {
    JsonNode cases;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(TestData.bytes(FILE)))) {
      cases = JsonMapper.shared().readTree(in);
    }
    for (JsonNode node : cases) {
      run(node);
    }
    System.out.printf(
        "taproot assets: %d cases, %d successes, %d failures, %d runs, %d wrong%n",
        cases.size(), successes, failures, runs, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(cases.size()).isEqualTo(2760);
    assertThat(successes).isEqualTo(2760);
    assertThat(failures).isEqualTo(2483);
  }

  private void run(JsonNode node) {
    ScriptFlags named = ScriptFlags.parse(node.get("flags").asString());
    boolean underAll = node.has("final") && node.get("final").asBoolean();
    if (node.has("success")) {
      successes++;
      SpentTransaction spent = spent(node, node.get("success"));
      for (ScriptFlags flags : flagSets) {
        if (underAll || RandomFlags.with(named, flags).equals(named)) {
          expect(true, node, spent, flags);
        }
      }
    }
    if (node.has("failure")) {
      failures++;
      SpentTransaction spent = spent(node, node.get("failure"));
      for (ScriptFlags flags : flagSets) {
        if (RandomFlags.with(named, flags).equals(flags)) {
          expect(false, node, spent, flags);
        }
      }
    }
  }

  private void expect(boolean holds, JsonNode node, SpentTransaction spent, ScriptFlags flags) {
    runs++;
    ScriptError error = ScriptVerifier.verify(spent, node.get("index").asInt(), flags, checks);
    if ((error == ScriptError.OK) != holds) {
      wrong.add(error + " under " + flags + ": " + node.get("comment"));
    }
  }

  private static SpentTransaction spent(JsonNode node, JsonNode spend) {
    List<TxOut> prevouts = new ArrayList<>();
    for (JsonNode prevout : node.get("prevouts")) {
      prevouts.add(output(Bytes.ofHex(prevout.asString())));
    }
    Transaction bare = Transaction.parse(Bytes.ofHex(node.get("tx").asString()).toArray());
    List<Bytes> witness = new ArrayList<>();
    spend.get("witness").forEach(element -> witness.add(Bytes.ofHex(element.asString())));
    List<TxIn> inputs = new ArrayList<>(bare.inputs());
    int index = node.get("index").asInt();
    Bytes script = Bytes.ofHex(spend.get("scriptSig").asString());
    TxIn input = inputs.get(index);
    inputs.set(index, new TxIn(input.prevout(), script, input.sequence(), witness));
    return new SpentTransaction(
        new Transaction(bare.version(), inputs, bare.outputs(), bare.lockTime()), prevouts);
  }

  /** Reads a serialised output as the only one of a transaction without inputs' worth of else. */
  private static TxOut output(Bytes bytes) {
    Bytes before = Bytes.ofHex("01000000" + "01" + "00".repeat(36) + "00" + "00000000" + "01");
    byte[] transaction = before.then(bytes).then(Bytes.ofHex("00000000")).toArray();
    return Transaction.parse(transaction).outputs().getFirst();
  }

  private static List<ScriptFlags> consensusFlags() {
    List<ScriptFlags> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << CONSENSUS.size(); bits++) {
      List<ScriptFlag> flags = new ArrayList<>();
      for (int i = 0; i < CONSENSUS.size(); i++) {
        if ((bits & 1 << i) != 0) {
          flags.add(CONSENSUS.get(i));
        }
      }
      ScriptFlags set = ScriptFlags.of(flags.toArray(ScriptFlag[]::new));
      boolean orphan = set.has(ScriptFlag.TAPROOT) && !set.has(ScriptFlag.WITNESS);
      if (!orphan && set.equals(set.withNeeded())) {
        sets.add(set);
      }
    }
    return sets;
  }
}
