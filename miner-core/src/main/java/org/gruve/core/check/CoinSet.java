package org.gruve.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.script.ScriptForm;

/**
 * All unspent outputs of a chain, in memory (Core: CCoinsViewCache). Blocks are connected in order
 * after {@link BlockConnection} found them valid, and disconnected in reverse. Not for more than
 * one thread at a time.
 */
public final class CoinSet implements CoinView {
  private final Map<OutPoint, Coin> coins = new HashMap<>();

  @Override
  public Optional<Coin> coin(OutPoint outpoint) {
    return Optional.ofNullable(coins.get(outpoint));
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  /** How many there are. */
  public int size() {
    return coins.size();
  }

  /** The sum of what they hold, in satoshis. */
  public long value() {
    return coins.values().stream().mapToLong(coin -> coin.output().value()).sum();
  }

  /**
   * Spends and makes what a valid block, not genesis, spends and makes; IllegalStateException where
   * it spends what there is not, and then the set is good for nothing.
   *
   * @return what takes the block out again
   */
  public BlockUndo connect(Block block, int height) {
    List<List<Coin>> spent = new ArrayList<>(block.transactions().size());
    List<BlockUndo.Overwritten> overwritten = new ArrayList<>();
    for (Transaction transaction : block.transactions()) {
      if (!transaction.isCoinbase()) {
        spent.add(transaction.inputs().stream().map(this::spend).toList());
      }
      add(transaction, height, overwritten);
    }
    return new BlockUndo(spent, overwritten);
  }

  /** Takes the last block that was connected out again (Core: DisconnectBlock). */
  public void disconnect(Block block, BlockUndo undo) {
    List<Transaction> transactions = block.transactions();
    for (int i = transactions.size() - 1; i >= 0; i--) {
      Transaction transaction = transactions.get(i);
      remove(transaction);
      if (!transaction.isCoinbase()) {
        restore(transaction, undo.spent().get(i - 1));
      }
    }
    undo.overwritten().forEach(old -> coins.put(old.outpoint(), old.coin()));
  }

  private Coin spend(TxIn input) {
    Coin coin = coins.remove(input.prevout());
    if (coin == null) {
      throw new IllegalStateException("a block spends what there is not: " + input.prevout());
    }
    return coin;
  }

  private void add(Transaction transaction, int height, List<BlockUndo.Overwritten> overwritten) {
    boolean coinbase = transaction.isCoinbase();
    List<TxOut> outputs = transaction.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (!ScriptForm.isUnspendable(outputs.get(i).script())) {
        OutPoint outpoint = new OutPoint(transaction.txid(), i);
        Coin before = coins.put(outpoint, Coin.of(outputs.get(i), height, coinbase));
        if (before != null) {
          overwritten.add(new BlockUndo.Overwritten(outpoint, before));
        }
      }
    }
  }

  private void remove(Transaction transaction) {
    for (int i = 0; i < transaction.outputs().size(); i++) {
      coins.remove(new OutPoint(transaction.txid(), i));
    }
  }

  private void restore(Transaction transaction, List<Coin> spent) {
    for (int i = 0; i < spent.size(); i++) {
      coins.put(transaction.inputs().get(i).prevout(), spent.get(i));
    }
  }
}
