package org.gruve.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.BlockValidation;
import org.gruve.core.check.CoinSet;
import org.gruve.core.check.Context;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;

/**
 * What has to be known of a chain to judge, by all rules, and to build its next block. Practice
 * transactions have no signatures, so whoever verifies them has nothing to do.
 */
final class ChainState implements Ancestors {
  static final Network NETWORK = Network.PRACTICE;

  private static final BlockValidation RULES =
      new BlockValidation(
          NETWORK,
          SpotChecks.of(new BouncyCastleVerifier(), new SplittableRandom()),
          Runnable::run);

  private final List<BlockHeader> headers = new ArrayList<>();
  private final Coins coins = new Coins();
  private final CoinSet unspent = new CoinSet();

  /** A chain that has its genesis and nothing else. */
  ChainState() {
    headers.add(NETWORK.genesisHeader());
  }

  @Override
  public int height() {
    return headers.size() - 1;
  }

  @Override
  public BlockHeader header(int height) {
    return headers.get(height);
  }

  /** Coins that the next block may spend. */
  Coins coins() {
    return coins;
  }

  /** What the rules say of a block on top of this chain; {@code now} is in unsigned seconds. */
  Verdict judge(Block block, long now) {
    Context context = Context.NONE.withAncestors(this).withNow(now).withCoins(unspent);
    return RULES.check(block, context).verdict();
  }

  /** Goes on with a block that was judged valid. */
  void extend(Block block) {
    headers.add(block.header());
    coins.add(block, height());
    unspent.connect(block, height());
  }
}
