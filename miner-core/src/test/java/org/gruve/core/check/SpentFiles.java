package org.gruve.core.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gruve.core.TestData;
import org.gruve.core.block.Block;
import org.gruve.core.block.ByteReader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what recorded blocks spend, in the forms in which other projects recorded it. */
final class SpentFiles {
  private static final JsonMapper JSON = new JsonMapper();

  private SpentFiles() {}

  /** bcoin's: one output after the other, in the order of inputs, of unknown origin. */
  static CoinView bcoin(Block block, String file) {
    ByteReader in = new ByteReader(TestData.bytes(file));
    List<Coin> coins = new ArrayList<>();
    while (in.remaining() > 0) {
      coins.add(new Coin(new TxOut(in.int64(), in.bytes()), Optional.empty()));
    }
    return inOrder(block, coins);
  }

  /** Floresta's: JSON objects in the order of inputs. */
  static CoinView floresta(Block block, String file) {
    List<Coin> coins = new ArrayList<>();
    for (JsonNode spent : json(file)) {
      TxOut output =
          new TxOut(
              spent.at("/txout/value").asLong(),
              Bytes.ofHex(spent.at("/txout/script_pubkey").asString()));
      coins.add(
          Coin.of(
              output, spent.get("creation_height").asInt(), spent.get("is_coinbase").asBoolean()));
    }
    return inOrder(block, coins);
  }

  /** btcd's: outpoint, size, then a coin as Core's undo records and its own have it. */
  static CoinView btcd(String file) {
    ByteReader in = new ByteReader(TestData.bytes(file));
    Map<OutPoint, Coin> coins = new HashMap<>();
    while (in.remaining() > 0) {
      OutPoint outpoint = new OutPoint(in.hash(), in.int32());
      int end = in.int32() + in.position();
      coins.put(outpoint, CompressedCoin.read(in));
      if (in.position() != end) {
        throw new IllegalStateException("a coin of another size at " + in.position());
      }
    }
    return CoinView.named(coins);
  }

  /** A file of JSON, gzipped where its name says so. */
  static JsonNode json(String file) {
    byte[] bytes = TestData.bytes(file);
    if (!file.endsWith(".gz")) {
      return JSON.readTree(bytes);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return JSON.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CoinView inOrder(Block block, List<Coin> coins) {
    List<OutPoint> spent =
        block.transactions().stream()
            .skip(1)
            .flatMap(transaction -> transaction.inputs().stream())
            .map(input -> input.prevout())
            .toList();
    if (spent.size() != coins.size()) {
      throw new IllegalStateException(spent.size() + " inputs, " + coins.size() + " coins");
    }
    Map<OutPoint, Coin> named = new HashMap<>();
    for (int i = 0; i < coins.size(); i++) {
      named.put(spent.get(i), coins.get(i));
    }
    return CoinView.named(named);
  }
}
