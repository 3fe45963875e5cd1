package org.gruve.core.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptForm;
import org.jspecify.annotations.Nullable;

/** A coin view with what the transactions of a block, so far, spent and made. */
final class BlockCoins {
  private final CoinView before;
  private final OptionalInt height;
  private final Set<Hash256> txids;
  private final Map<OutPoint, Coin> made = new HashMap<>();
  private final Set<OutPoint> spent = new HashSet<>();
  private boolean foundBefore;

  /**
   * Before the first of the transactions.
   *
   * @param height of the block that they are in
   */
  BlockCoins(CoinView before, List<Transaction> transactions, OptionalInt height) {
    this.before = before;
    this.height = height;
    this.txids = new HashSet<>();
    transactions.forEach(transaction -> txids.add(transaction.txid()));
  }

  /** Whether anything was found that this block did not make. */
  boolean foundBefore() {
    return foundBefore;
  }

  private Optional<Coin> find(OutPoint outpoint) {
    if (spent.contains(outpoint)) {
      return Optional.empty();
    }
    Coin own = made.get(outpoint);
    if (own != null) {
      return Optional.of(own);
    }
    if (!before.isWhole() && txids.contains(outpoint.txid())) {
      // Whoever names coins may name those of this block; they do not exist before they are made.
      return Optional.empty();
    }
    Optional<Coin> older = before.coin(outpoint);
    foundBefore |= older.isPresent();
    return older;
  }

  /** Whether a coin that was not found cannot exist, wherever it might have come from. */
  private boolean isCertain(OutPoint outpoint) {
    return before.isWhole() || spent.contains(outpoint) || txids.contains(outpoint.txid());
  }

  /** What a transaction spends; nothing where one of its inputs spends what there is not. */
  Optional<Spend> look(int index, Transaction transaction) {
    List<@Nullable Coin> coins = new ArrayList<>(transaction.inputs().size());
    for (TxIn input : transaction.inputs()) {
      Optional<Coin> coin = find(input.prevout());
      if (coin.isEmpty() && isCertain(input.prevout())) {
        return Optional.empty();
      }
      coins.add(coin.orElse(null));
    }
    return Optional.of(new Spend(index, transaction, coins));
  }

  /** Whether an input spends what is certain not to be there. */
  boolean isMissing(OutPoint outpoint) {
    return find(outpoint).isEmpty() && isCertain(outpoint);
  }

  /** Goes on with a transaction (Core: UpdateCoins). */
  void update(Transaction transaction) {
    boolean coinbase = transaction.isCoinbase();
    if (!coinbase) {
      for (TxIn input : transaction.inputs()) {
        made.remove(input.prevout());
        spent.add(input.prevout());
      }
    }
    List<TxOut> outputs = transaction.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (!ScriptForm.isUnspendable(outputs.get(i).script())) {
        OutPoint outpoint = new OutPoint(transaction.txid(), i);
        made.put(outpoint, coin(outputs.get(i), coinbase));
        spent.remove(outpoint);
      }
    }
  }

  private Coin coin(TxOut output, boolean coinbase) {
    return height.isPresent()
        ? Coin.of(output, height.getAsInt(), coinbase)
        : new Coin(output, Optional.empty());
  }
}
