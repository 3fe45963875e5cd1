package org.gruve.core.check;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Arrival.Outcome;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Kind;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.SpotChecks;

/**
 * A chain from genesis in memory, with its coin set, that follows the branch with the most work and
 * reorganises (Core: Chainstate::ActivateBestChain). Blocks may come in any order. All blocks stay
 * in memory. Not for more than one thread at a time.
 */
public final class ChainState {
  private final Network network;
  private final BlockValidation validation;
  private final HeaderTree tree;
  private final WaitingBlocks waiting = new WaitingBlocks();
  private final CoinSet coins = new CoinSet();
  private HeaderNode tip;

  /** Genesis and nothing else. */
  public ChainState(Network network, SpotChecks signatures, Executor executor) {
    this.network = network;
    this.validation = new BlockValidation(network, signatures, executor);
    this.tree = new HeaderTree(network);
    this.tip = tree.genesis();
  }

  /** The best chain: its tip, and all blocks before that. It stays as it is when blocks come. */
  public Ancestors best() {
    return tip;
  }

  /** The block at a height of the best chain. */
  public Block block(int height) {
    return tip.ancestor(height).block();
  }

  /** The work of the best chain, genesis included. */
  public BigInteger work() {
    return tip.work();
  }

  /** What can be spent after the best chain's tip; whoever changes it breaks this chain. */
  public CoinView coins() {
    return coins;
  }

  /** How many outputs can be spent. */
  public int coinCount() {
    return coins.size();
  }

  /** What all of them hold, in satoshis. */
  public long coinValue() {
    return coins.value();
  }

  /**
   * Takes a block in, and goes on with those that waited for it.
   *
   * @param now unsigned seconds
   */
  public Arrival accept(Block block, long now) {
    Arrival arrival = acceptOne(block, now);
    Deque<Block> next = new ArrayDeque<>(waiting.take(block.header().hash()));
    while (!next.isEmpty()) {
      Block child = next.remove();
      acceptOne(child, now);
      next.addAll(waiting.take(child.header().hash()));
    }
    return arrival;
  }

  /**
   * What a block on top of the best chain would be told (Core: TestBlockValidity); nothing changes.
   *
   * @param now unsigned seconds
   */
  public Report test(Block block, long now) {
    return validation.check(block, context(tip).withNow(now));
  }

  private Arrival acceptOne(Block block, long now) {
    BlockHeader header = block.header();
    Optional<HeaderNode> known = tree.node(header.hash());
    if (known.isPresent()) {
      Verdict before = tree.accept(header, now);
      return new Arrival(before.isValid() ? Outcome.KNOWN : Outcome.REFUSED, before);
    }
    Verdict alone =
        HeaderRules.checkBlockHeader(network, header).then(() -> validation.checkBlock(block));
    if (!alone.isValid()) {
      return new Arrival(Outcome.REFUSED, alone);
    }
    Verdict ofHeader = tree.accept(header, now);
    if (ofHeader instanceof Invalid broken) {
      boolean waits = broken.clause() == Clause.PARENT_KNOWN && waiting.add(block);
      return waits
          ? new Arrival(Outcome.WAITING, Verdict.unchecked(Clause.PARENT_KNOWN, Missing.PARENT))
          : new Arrival(Outcome.REFUSED, ofHeader);
    }
    return acceptInPlace(block);
  }

  private Arrival acceptInPlace(Block block) {
    HeaderNode parent = tree.node(block.header().prevHash()).orElseThrow();
    Context context = Context.NONE.withAncestors(parent);
    Verdict inPlace = BlockRules.contextualCheckBlock(network, block, context);
    if (inPlace.isValid()) {
      return activate(tree.add(block));
    }
    if (inPlace instanceof Invalid broken && broken.kind() == Kind.FINAL) {
      tree.addFailed(block);
    }
    return new Arrival(Outcome.REFUSED, inPlace);
  }

  /** Follows the best tip as long as there is a better one (Core: ActivateBestChain). */
  private Arrival activate(HeaderNode arrived) {
    Verdict verdict = Verdict.valid();
    while (!tree.best().equals(tip)) {
      Verdict step = stepTowards(tree.best());
      if (!step.isValid() && verdict.isValid()) {
        verdict = step;
      }
    }
    tree.follow(tip);
    if (arrived.isFailed()) {
      return new Arrival(Outcome.REFUSED, verdict);
    }
    boolean connected =
        arrived.height() <= tip.height() && tip.ancestor(arrived.height()).equals(arrived);
    return new Arrival(connected ? Outcome.CONNECTED : Outcome.BESIDE, Verdict.valid());
  }

  /** Disconnects down to the fork, then connects up, as far as rules are kept. */
  private Verdict stepTowards(HeaderNode best) {
    while (!isOn(tip, best)) {
      coins.disconnect(tip.block(), tip.disconnect());
      tip = tip.before();
    }
    while (!tip.equals(best)) {
      HeaderNode next = best.ancestor(tip.height() + 1);
      Verdict verdict = connect(next);
      if (!verdict.isValid()) {
        tree.fail(next);
        return verdict;
      }
      tip = next;
    }
    return Verdict.valid();
  }

  private Verdict connect(HeaderNode next) {
    if (!next.isVerified()) {
      Verdict verdict = validation.connect(next.block(), context(next.before())).verdict();
      if (!verdict.isValid()) {
        return verdict;
      }
    }
    next.connected(coins.connect(next.block(), next.height()));
    return Verdict.valid();
  }

  private Context context(HeaderNode parent) {
    return Context.NONE.withAncestors(parent).withCoins(coins);
  }

  private static boolean isOn(HeaderNode block, HeaderNode branch) {
    return block.height() <= branch.height() && branch.ancestor(block.height()).equals(block);
  }

  /** The hash of the best chain's tip. */
  public Hash256 tipHash() {
    return tip.hash();
  }
}
