package org.gruve.benchmarks.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gruve.benchmarks.RawJson;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.BlockScriptFlags;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.Coin;
import org.gruve.core.check.CoinView;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Report;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptVerifier;
import org.gruve.core.script.SharedWork;
import org.gruve.core.script.SignatureChecks;
import org.gruve.core.script.SignatureRows;
import org.gruve.core.script.SignatureVerifier;
import org.gruve.core.script.SpentTransaction;
import tools.jackson.databind.JsonNode;

/** Main chain block 866342 and what its 7,972 inputs spend. */
final class RecordedBlock {
  static final int HEIGHT = 866_342;
  private static final int ROWS_TOGETHER = 64;
  private static final ScriptFlags FLAGS = BlockScriptFlags.of(Network.MAIN, HEIGHT, Hash256.ZERO);

  private final byte[] bytes;
  private final Map<OutPoint, Coin> coins = new HashMap<>();
  private final List<SpentTransaction> spends = new ArrayList<>();

  RecordedBlock(Path data) throws IOException {
    bytes = Files.readAllBytes(data.resolve("blocks/floresta_mainnet_866342.raw"));
    Path spent = data.resolve("blocks/floresta_mainnet_866342.spent.json.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(spent))) {
      name(Block.parse(bytes), RawJson.MAPPER.readTree(in));
    }
  }

  private void name(Block block, JsonNode spent) {
    int next = 0;
    for (Transaction tx : block.transactions().subList(1, block.transactions().size())) {
      List<TxOut> outputs = new ArrayList<>();
      for (TxIn input : tx.inputs()) {
        Coin coin = coin(spent.path(next++));
        coins.put(input.prevout(), coin);
        outputs.add(coin.output());
      }
      spends.add(new SpentTransaction(tx, outputs));
    }
  }

  private static Coin coin(JsonNode json) {
    JsonNode output = json.path("txout");
    return Coin.of(
        new TxOut(
            output.path("value").asLong(), Bytes.ofHex(output.path("script_pubkey").asString(""))),
        json.path("creation_height").asInt(),
        json.path("is_coinbase").asBoolean());
  }

  /** All that can be asked of the block, from its bytes on. */
  Runnable validation(BlockValidation validation) {
    Context context = Context.NONE.withHeight(HEIGHT).withCoins(CoinView.named(coins));
    return () -> {
      Report report = validation.check(Block.parse(bytes), context);
      if (!report.verdict().isValid() || report.inputsVerified() != report.inputs()) {
        throw new IllegalStateException("block 866342 was not found valid: " + report.verdict());
      }
    };
  }

  /** Its signatures alone, as the scripts ask for them, in batches as large as theirs. */
  Runnable rows(SignatureVerifier verifier, Crew crew) {
    List<SignatureRows> batches = new ArrayList<>();
    SignatureRows batch = new SignatureRows(ROWS_TOGETHER);
    for (SpentTransaction spent : spends) {
      for (int i = 0; i < spent.spentOutputs().size(); i++) {
        ScriptVerifier.verify(spent, i, FLAGS, SignatureChecks.deferring(batch, verifier));
        if (batch.count() >= ROWS_TOGETHER) {
          batches.add(batch);
          batch = new SignatureRows(ROWS_TOGETHER);
        }
      }
    }
    batches.add(batch);
    return () ->
        SharedWork.run(batches.size(), crew.executor(), i -> requireAll(verifier, batches.get(i)));
  }

  private static void requireAll(SignatureVerifier verifier, SignatureRows rows) {
    // A few signatures of multisignatures do not belong to the key that is guessed first.
    if (verifier.verify(rows).cardinality() < rows.count() / 2) {
      throw new IllegalStateException("the signatures of block 866342 do not hold");
    }
  }
}
