package org.gruve.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.Coin;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;
import org.gruve.node.NodeClient;
import org.gruve.node.NodeException;
import org.gruve.validate.Prevouts.Format;
import tools.jackson.databind.JsonNode;

/** What a node knows of blocks and transactions. It is believed no more than a file. */
public final class NodeData {
  private static final int MEDIAN_SPAN = 11;
  private static final int NOT_FOUND = -5;

  /** No chain is as long, and whatever is counted from here on still is an int. */
  private static final int MOST_HEIGHT = 1_000_000_000;

  private final NodeClient node;

  /** Asks this node. */
  public NodeData(NodeClient node) {
    this.node = node;
  }

  /** Ends where the node is on another network. */
  public void requireNetwork(Network network) {
    String name =
        switch (network) {
          case TESTNET3 -> "test";
          default -> network.id();
        };
    String chain = node.call("getblockchaininfo").path("chain").asString("");
    if (!chain.equals(name)) {
      throw InputException.usage("the node is on " + printable(chain) + ", not on " + network);
    }
  }

  /** The bytes of a block by hash or height, in hex. */
  public RawInput block(String hashOrHeight) {
    String hash =
        hashOrHeight.matches("\\d{1,9}")
            ? node.call("getblockhash", Integer.parseInt(hashOrHeight)).asString("")
            : hashOrHeight;
    return hex("block", node.call("getblock", hash, 0));
  }

  /** The bytes of a transaction, in hex. */
  public RawInput transaction(String txid) {
    return hex("transaction", node.call("getrawtransaction", txid, 0));
  }

  /** What a block in the node's best chain spends. */
  public Prevouts prevouts(Block block) {
    String hash = block.header().hash().display();
    byte[] answer = node.raw("getblock", hash, 3);
    return Prevouts.read(new RawInput("the node's answer", answer), block.transactions());
  }

  /** What a transaction spends that the node has in a block, in its pool, or could take. */
  public Prevouts prevouts(Transaction transaction) {
    Map<OutPoint, Coin> coins = new HashMap<>(confirmed(transaction).coins());
    for (TxIn input : transaction.inputs()) {
      if (!coins.containsKey(input.prevout())) {
        unspent(input.prevout()).ifPresent(coin -> coins.put(input.prevout(), coin));
      }
    }
    return new Prevouts(Format.GETBLOCK, coins);
  }

  /** As many headers before a block as its own header needs to be checked by; none for genesis. */
  public Optional<Ancestors> ancestors(Network network, BlockHeader header) {
    if (header.equals(network.genesisHeader())) {
      return Optional.empty();
    }
    String parent = header.prevHash().display();
    int height = height(parent);
    int back = Math.max(MEDIAN_SPAN, interval(network, height));
    int count = Math.min(height + 1, back);
    return Optional.of(branch(header.prevHash(), height, count));
  }

  /** A retarget needs the whole interval, and the walk back of testnets all of it up to here. */
  private static int interval(Network network, int parent) {
    int interval = network.pow().interval();
    boolean retarget = (parent + 1) % interval == 0;
    boolean mayWalk = network != Network.MAIN && network != Network.SIGNET;
    return retarget ? interval : mayWalk ? parent % interval + 1 : 1;
  }

  /** The headers before the block that a transaction is in, or before the next block. */
  public Ancestors ancestors(Network network, Transaction transaction) {
    String block = block(transaction);
    if (!block.isEmpty()) {
      return ancestors(network, header(hash(block))).orElseThrow();
    }
    String tip = node.call("getbestblockhash").asString("");
    int height = height(tip);
    return branch(hash(tip), height, Math.min(height + 1, MEDIAN_SPAN));
  }

  private int height(String hash) {
    int height = node.call("getblockheader", hash).path("height").asInt(-1);
    if (height < 0 || height > MOST_HEIGHT) {
      throw InputException.environment(
          "the node does not say at which height " + printable(hash) + " is");
    }
    return height;
  }

  private String block(Transaction transaction) {
    try {
      String txid = transaction.txid().display();
      return node.call("getrawtransaction", txid, 1).path("blockhash").asString("");
    } catch (NodeException e) {
      if (e.code() == NOT_FOUND) {
        return "";
      }
      throw e;
    }
  }

  private Ancestors branch(Hash256 tip, int height, int count) {
    List<BlockHeader> headers = new ArrayList<>();
    Hash256 next = tip;
    for (int i = 0; i < count; i++) {
      BlockHeader header = header(next);
      headers.add(header);
      next = header.prevHash();
    }
    Collections.reverse(headers);
    HeaderArchive archive = new HeaderArchive(height - count + 1);
    headers.forEach(header -> archive.add(header.bytes(), 0));
    return archive;
  }

  private BlockHeader header(Hash256 hash) {
    byte[] bytes = hex("header", node.call("getblockheader", hash.display(), false)).decoded();
    if (bytes.length != BlockHeader.SIZE) {
      throw InputException.environment("the node's header of " + hash + " has another length");
    }
    BlockHeader header = BlockHeader.parse(bytes);
    if (!header.hash().equals(hash)) {
      throw InputException.environment("the node's header of " + hash + " has another hash");
    }
    return header;
  }

  private static Hash256 hash(String text) {
    if (text.length() != 64 || !Hex.isHex(text)) {
      throw InputException.environment("the node names a block by what is no hash");
    }
    return Hash256.fromDisplay(text);
  }

  private Prevouts confirmed(Transaction transaction) {
    try {
      byte[] answer = node.raw("getrawtransaction", transaction.txid().display(), 2);
      return Prevouts.ofJson(new RawInput("the node's answer", answer));
    } catch (NodeException e) {
      if (e.code() == NOT_FOUND) {
        return Prevouts.none();
      }
      throw e;
    }
  }

  /** Where a coin was made is told in confirmations, which need the height of the tip. */
  private Optional<Coin> unspent(OutPoint outPoint) {
    long index = Integer.toUnsignedLong(outPoint.index());
    String txid = outPoint.txid().display();
    // A transaction in the node's pool has spent it there already, but not in the chain.
    JsonNode answer = node.call("gettxout", txid, index, false);
    answer = answer.isObject() ? answer : node.call("gettxout", txid, index, true);
    if (!answer.isObject()) {
      return Optional.empty();
    }
    JsonCoin coin = new JsonCoin();
    coin.inBitcoin = true;
    if (!answer.path("value").isNumber()) {
      throw InputException.environment("the node tells of an output without a value");
    }
    coin.value = answer.path("value").decimalValue();
    coin.script = answer.path("scriptPubKey").path("hex").asString("");
    coin.coinbase = answer.path("coinbase").asBoolean(false);
    long confirmations = answer.path("confirmations").asLong(0);
    if (confirmations > 0) {
      String tip = answer.path("bestblock").asString("");
      coin.height = BigDecimal.valueOf(height(tip) - confirmations + 1);
    }
    try {
      return Optional.of(coin.coin());
    } catch (IllegalArgumentException e) {
      throw InputException.environment("the node tells of " + e.getMessage()).because(e);
    }
  }

  private static RawInput hex(String what, JsonNode answer) {
    String text = answer.asString("");
    if (!Hex.isHex(text)) {
      throw InputException.environment("the node's " + what + " is not hex");
    }
    return new RawInput("the node's " + what, Hex.ascii(text));
  }

  private static String printable(String text) {
    return text.matches("[a-z0-9]{1,64}") ? text : "something else";
  }
}
