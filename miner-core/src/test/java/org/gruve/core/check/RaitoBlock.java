package org.gruve.core.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import tools.jackson.databind.JsonNode;

/**
 * A step of a chain as raito records it: the state before, a block or a header, the state after.
 */
record RaitoBlock(JsonNode before, JsonNode block, JsonNode after) {
  static RaitoBlock read(String file) {
    JsonNode whole = SpentFiles.json(file);
    return new RaitoBlock(
        whole.get("chain_state"), whole.get("blocks").get(0), whole.get("expected"));
  }

  /** The height of the block. */
  int height() {
    return before.get("block_height").asInt() + 1;
  }

  /** The hash of the block as the state after tells it. */
  Hash256 hash() {
    return Hash256.fromDisplay(after.get("best_block_hash").asString());
  }

  /** The work that the block adds. */
  BigInteger work() {
    return new BigInteger(after.get("total_work").asString())
        .subtract(new BigInteger(before.get("total_work").asString()));
  }

  /** The parent's nBits. */
  int parentBits() {
    BigInteger target = new BigInteger(before.get("current_target").asString());
    return CompactBits.of(new Target(target));
  }

  /** Headers of the interval before it, of which only times and nBits are known. */
  TestChain ancestors(int nbits) {
    int height = height() - 1;
    int first = height - 2015;
    JsonNode times = before.get("prev_timestamps");
    TestChain chain = new TestChain(Math.max(0, first), List.of());
    int start = before.get("epoch_start_time").asInt();
    for (int at = Math.max(0, first); at <= height; at++) {
      int back = height - at;
      chain.add(back < 11 ? times.get(10 - back).asInt() : start, nbits);
    }
    return chain;
  }

  BlockHeader header() {
    JsonNode root = block.at("/data/merkle_root");
    return root.isMissingNode() ? whole().header() : header(Hash256.fromDisplay(root.asString()));
  }

  Block whole() {
    List<Transaction> transactions = new ArrayList<>();
    block.at("/data/transactions").forEach(json -> transactions.add(transaction(json)));
    List<Hash256> txids = transactions.stream().map(Transaction::txid).toList();
    return new Block(header(MerkleTree.root(txids).hash()), transactions);
  }

  /** What it spends, with its origin. */
  CoinView coins() {
    Map<OutPoint, Coin> coins = new HashMap<>();
    for (JsonNode transaction : block.at("/data/transactions")) {
      for (JsonNode input : transaction.get("inputs")) {
        JsonNode spent = input.get("previous_output");
        coins.put(
            outpoint(spent),
            Coin.of(
                output(spent.get("data")),
                spent.get("block_height").asInt(),
                spent.get("is_coinbase").asBoolean()));
      }
    }
    return CoinView.named(coins);
  }

  private BlockHeader header(Hash256 root) {
    JsonNode json = block.get("header");
    return new BlockHeader(
        json.get("version").asInt(),
        Hash256.fromDisplay(before.get("best_block_hash").asString()),
        root,
        unsigned(json.get("time")),
        unsigned(json.get("bits")),
        unsigned(json.get("nonce")));
  }

  private static Transaction transaction(JsonNode json) {
    boolean segwit = json.get("is_segwit").asBoolean();
    List<TxIn> inputs = new ArrayList<>();
    for (JsonNode input : json.get("inputs")) {
      List<Bytes> witness = new ArrayList<>();
      if (segwit) {
        input.get("witness").forEach(item -> witness.add(hex(item)));
      }
      inputs.add(
          new TxIn(
              outpoint(input.get("previous_output")),
              hex(input.get("script")),
              unsigned(input.get("sequence")),
              witness));
    }
    List<TxOut> outputs = new ArrayList<>();
    json.get("outputs").forEach(output -> outputs.add(output(output)));
    return new Transaction(
        unsigned(json.get("version")), inputs, outputs, unsigned(json.get("lock_time")));
  }

  private static OutPoint outpoint(JsonNode json) {
    return new OutPoint(
        Hash256.fromDisplay(json.get("txid").asString()), unsigned(json.get("vout")));
  }

  private static TxOut output(JsonNode json) {
    return new TxOut(json.get("value").asLong(), hex(json.get("pk_script")));
  }

  private static int unsigned(JsonNode json) {
    return (int) json.asLong();
  }

  private static Bytes hex(JsonNode json) {
    return Bytes.ofHex(json.asString().substring(2));
  }
}
