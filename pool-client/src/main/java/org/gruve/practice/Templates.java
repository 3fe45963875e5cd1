package org.gruve.practice;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Transaction;
import org.gruve.core.check.HeaderRules;
import org.gruve.core.check.Network;
import org.gruve.core.check.PowRules;
import org.gruve.core.check.ProofOfWork;
import org.gruve.core.check.Subsidy;
import org.gruve.core.work.HeaderTemplate;

/** Builds the next block of a chain. */
final class Templates {
  /** The top bits that BIP9 asks for, and no signal. */
  private static final int VERSION = 0x20000000;

  /** As far as pools let clients roll a time ahead. */
  static final int MAX_ROLL = 7000;

  private static final Network NETWORK = ChainState.NETWORK;

  private Templates() {}

  /**
   * A template on top of a chain.
   *
   * @param now unsigned seconds
   * @param serial another one for each job, so that no two jobs search the same headers
   */
  static Template next(ChainState chain, long now, int serial) {
    int height = chain.height() + 1;
    long time = Math.max(now, HeaderRules.medianTimePast(chain) + 1);
    int nbits = ProofOfWork.getNextWorkRequired(NETWORK, chain, (int) time);
    return new Template(
        HexFormat.of().toHexDigits(serial),
        height,
        new HeaderTemplate(VERSION, chain.parent().hash(), (int) time, nbits),
        CoinbaseParts.of(height, Subsidy.at(NETWORK, height), serial),
        spends(chain.coins().mature(height), 1 + height % 3),
        nbits == NETWORK.pow().limitBits() ? time + MAX_ROLL : lastBeforeEasy(chain));
  }

  /**
   * The last second, unsigned, before a block after this chain may be, and must be, an easy one.
   */
  static long lastBeforeEasy(ChainState chain) {
    PowRules pow = NETWORK.pow();
    return Integer.toUnsignedLong(chain.parent().time()) + pow.minDifficulty().gap();
  }

  /** Hands one ripe coin on from transaction to transaction, so that there are branches to walk. */
  private static List<Transaction> spends(Optional<Coin> ripe, int times) {
    List<Transaction> spends = new ArrayList<>();
    Optional<Coin> coin = ripe;
    while (coin.isPresent() && spends.size() < times) {
      Transaction spend = coin.get().handOn();
      spends.add(spend);
      coin = Optional.of(new Coin(spend.txid(), coin.get().value()));
    }
    return spends;
  }
}
