package org.gruve.validate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.block.Block;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Coin;
import org.gruve.core.check.Coin.Origin;
import org.gruve.core.check.CoinView;

/**
 * What somebody says that transactions spend. Nothing in it is proven but what signatures commit
 * to: whoever judges by it says so.
 */
public record Prevouts(Format format, Map<OutPoint, Coin> coins) implements CoinView {
  private static final int CHECKSUM = 32;

  /** The forms in which it comes. */
  public enum Format {
    /** Bitcoin Core's undo record, as in {@code rev*.dat}. */
    UNDO("an undo record"),
    /** A node's {@code /rest/spenttxouts/HASH.bin}. */
    SPENT_TXOUTS("/rest/spenttxouts"),
    /** {@code getblock HASH 3} or {@code getrawtransaction TXID 2}. */
    GETBLOCK("RPC JSON with prevouts"),
    /** What Esplora answers about transactions. */
    ESPLORA("Esplora JSON"),
    /** Our own list of outputs. */
    PLAIN("a plain JSON list");

    private final String label;

    Format(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Keeps an immutable copy. */
  public Prevouts {
    coins = Map.copyOf(coins);
  }

  /** Nothing known. */
  public static Prevouts none() {
    return new Prevouts(Format.PLAIN, Map.of());
  }

  /**
   * Reads any of the forms.
   *
   * @param transactions a block's, coinbase first, since the binary forms only make sense beside
   *     them; or a single one, for which there is no binary form
   */
  public static Prevouts read(RawInput input, List<Transaction> transactions) {
    if (JsonInput.looksLikeJson(input.bytes())) {
      Prevouts found = JsonPrevouts.read(input.name(), input.bytes());
      if (found.coins().isEmpty() && spends(transactions)) {
        throw unknown(input.name(), "it names no spent output");
      }
      return found;
    }
    byte[] bytes = input.decoded();
    List<Transaction> others =
        transactions.subList(Math.min(1, transactions.size()), transactions.size());
    try {
      // The two forms cannot be mixed up: one begins with one transaction more than the other.
      if (UndoFormat.announced(bytes) == transactions.size()) {
        return new Prevouts(
            Format.SPENT_TXOUTS, pair(SpentTxOuts.parse(bytes), transactions, input.name()));
      }
      if (UndoFormat.announced(bytes) == others.size()) {
        return new Prevouts(Format.UNDO, pair(UndoFormat.parse(undo(bytes)), others, input.name()));
      }
    } catch (FormatException e) {
      throw unknown(input.name(), String.valueOf(e.getMessage())).because(e);
    }
    throw unknown(
        input.name(), "it is not of a block with " + transactions.size() + " transactions");
  }

  /** Whatever JSON says, even nothing. */
  static Prevouts ofJson(RawInput input) {
    return JsonPrevouts.read(input.name(), input.bytes());
  }

  /** What an undo record says of the block that it belongs to. */
  static Prevouts ofUndo(byte[] undo, Block block, String name) {
    List<Transaction> transactions = block.transactions();
    List<Transaction> others = transactions.subList(1, transactions.size());
    try {
      return new Prevouts(Format.UNDO, pair(UndoFormat.parse(undo), others, name));
    } catch (FormatException e) {
      throw unknown(name, String.valueOf(e.getMessage())).because(e);
    }
  }

  @Override
  public Optional<Coin> coin(OutPoint outpoint) {
    return Optional.ofNullable(coins.get(outpoint));
  }

  /** InputException where an output is said to be made after the block that spends it. */
  void requireBefore(OptionalInt height) {
    for (Map.Entry<OutPoint, Coin> entry : coins.entrySet()) {
      Optional<Origin> origin = entry.getValue().origin();
      if (height.isPresent() && origin.isPresent() && origin.get().height() > height.getAsInt()) {
        OutPoint spent = entry.getKey();
        throw InputException.usage(
            "output "
                + Integer.toUnsignedString(spent.index())
                + " of "
                + spent.txid()
                + " is said to be made at height "
                + origin.get().height()
                + ", but spent at height "
                + height.getAsInt()
                + ": one of the two is wrong");
      }
    }
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  private static boolean spends(List<Transaction> transactions) {
    return transactions.stream().anyMatch(transaction -> !transaction.isCoinbase());
  }

  /** In a node's file a checksum follows; without the block before, it cannot be tried. */
  private static byte[] undo(byte[] bytes) {
    try {
      UndoFormat.parse(bytes);
      return bytes;
    } catch (FormatException e) {
      return bytes.length > CHECKSUM ? Arrays.copyOf(bytes, bytes.length - CHECKSUM) : bytes;
    }
  }

  private static Map<OutPoint, Coin> pair(
      List<List<Coin>> coins, List<Transaction> transactions, String name) {
    Map<OutPoint, Coin> pairs = new HashMap<>();
    for (int i = 0; i < transactions.size(); i++) {
      Transaction spender = transactions.get(i);
      int inputs = spender.isCoinbase() ? 0 : spender.inputs().size();
      if (coins.get(i).size() != inputs) {
        throw unknown(name, "it has " + coins.get(i).size() + " outputs for " + inputs + " inputs");
      }
      for (int j = 0; j < inputs; j++) {
        pairs.put(spender.inputs().get(j).prevout(), coins.get(i).get(j));
      }
    }
    return pairs;
  }

  private static InputException unknown(String name, String why) {
    return InputException.invalid(
        name
            + " does not tell what is spent here ("
            + why
            + "); known forms are Core's undo record, /rest/spenttxouts, getblock with verbosity"
            + " 3, Esplora JSON, and a plain JSON list (docs/validate.md)");
  }
}
