package org.gruve.practice;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.BlockRules;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict;

/** What has to be known of a chain to judge and to build its next block. */
final class ChainState implements Ancestors {
  static final Network NETWORK = Network.PRACTICE;

  private final List<BlockHeader> headers = new ArrayList<>();
  private final Coins coins = new Coins();

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
    // No practice transaction pays a fee.
    return BlockRules.acceptBlock(NETWORK, block, this, now)
        .then(() -> BlockRules.checkCoinbaseValue(NETWORK, block, headers.size(), 0));
  }

  /** Goes on with a block that was judged valid. */
  void extend(Block block) {
    headers.add(block.header());
    coins.add(block, height());
  }
}
