package org.gruve.core.check;

import java.util.Optional;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.Verdict.Place;
import org.gruve.core.hash.Hash256;

/** No unspent output is made a second time (BIP30; Core: ConnectBlock). */
final class Bip30 {
  /** From here on a coinbase from before BIP34 may name the height of another. */
  static final int BIP34_IMPLIES_BIP30_LIMIT = 1_983_702;

  private static final Hash256 BIP34_MAIN =
      Hash256.fromDisplay("000000000000024b89b42a942fe0d9fea3bb44ab7bd1b19115dd6a759c0808b8");
  private static final Hash256 BIP34_TESTNET3 =
      Hash256.fromDisplay("0000000023b3a96d3484e5abb3755c413e7d41500f8e2a5c3f0dd01299cd8ef8");
  private static final Hash256 REPEAT_91842 =
      Hash256.fromDisplay("00000000000a4d0a398161ffc163c503763b1f4360639393e0e4c8e300e0caec");
  private static final Hash256 REPEAT_91880 =
      Hash256.fromDisplay("00000000000743f190a18c5577a3c2d2a1f610ae9601ac046a38084ccb7cd721");

  private Bip30() {}

  /** Whether it is one of the two blocks that made a coinbase again (Core: IsBIP30Repeat). */
  static boolean isRepeat(int height, Hash256 hash) {
    return (height == 91_842 && hash.equals(REPEAT_91842))
        || (height == 91_880 && hash.equals(REPEAT_91880));
  }

  /** Whether the rule has to be asked, or BIP34 makes sure of it. */
  static boolean isEnforced(Network network, Ancestors chain, Hash256 hash) {
    int height = chain.height() + 1;
    if (height >= BIP34_IMPLIES_BIP30_LIMIT) {
      return true;
    }
    return !isRepeat(height, hash) && !hasBip34Block(network, chain);
  }

  /** Whether the coinbases since BIP34 differ, for they name heights, on this very chain. */
  private static boolean hasBip34Block(Network network, Ancestors chain) {
    int since = network.heights().bip34();
    Optional<Hash256> known = bip34Hash(network);
    return known.isPresent()
        && chain.height() >= since
        && chain.lowest() <= since
        && chain.header(since).hash().equals(known.get());
  }

  /** Nothing that is made here may be there already. */
  static Verdict check(Block block, CoinView coins) {
    for (int i = 0; i < block.transactions().size(); i++) {
      Transaction transaction = block.transactions().get(i);
      for (int out = 0; out < transaction.outputs().size(); out++) {
        if (coins.coin(new OutPoint(transaction.txid(), out)).isPresent()) {
          return Verdict.invalid(Clause.NO_OVERWRITE, "an unspent output would be made again")
              .at(Place.of(i, transaction));
        }
      }
    }
    return Verdict.valid();
  }

  private static Optional<Hash256> bip34Hash(Network network) {
    return switch (network) {
      case MAIN -> Optional.of(BIP34_MAIN);
      case TESTNET3 -> Optional.of(BIP34_TESTNET3);
      case TESTNET4, SIGNET, REGTEST, PRACTICE -> Optional.empty();
    };
  }
}
