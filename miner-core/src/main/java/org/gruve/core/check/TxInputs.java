package org.gruve.core.check;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.check.Coin.Origin;

/**
 * What a transaction spends, but for its scripts (Core: Consensus::CheckTxInputs). That it exists
 * was made sure of when it was looked up.
 */
final class TxInputs {
  /** Blocks after which a coinbase's output may be spent. */
  static final int COINBASE_MATURITY = 100;

  private TxInputs() {}

  static boolean moneyRange(long value) {
    return value >= 0 && value <= Subsidy.MAX_MONEY;
  }

  /** The rules of CheckTxInputs, as far as coins and their origins are known. */
  static Verdict check(Spend spend, OptionalInt height) {
    long total = 0;
    for (int i = 0; i < spend.coins().size(); i++) {
      Coin coin = spend.coins().get(i);
      if (coin == null) {
        continue;
      }
      if (isPremature(coin, height)) {
        return Verdict.invalid(
                Clause.COINBASE_MATURITY,
                "an output of the coinbase of block "
                    + coin.origin().map(Origin::height).orElse(0)
                    + " is spent before 100 blocks have passed")
            .at(spend.place(i));
      }
      long value = coin.output().value();
      total += value;
      if (!moneyRange(value) || !moneyRange(total)) {
        return Verdict.invalid(Clause.INPUT_VALUES_IN_RANGE, "inputs hold " + total)
            .at(spend.place(i));
      }
    }
    return spend.unknown() > 0 ? Verdict.valid() : checkFee(spend, total);
  }

  /** What a transaction that was checked leaves to the coinbase; nothing where not all is known. */
  static OptionalLong fee(Spend spend) {
    long total = 0;
    for (Coin coin : spend.coins()) {
      if (coin == null) {
        return OptionalLong.empty();
      }
      total += coin.output().value();
    }
    return OptionalLong.of(total - spend.valueOut());
  }

  private static Verdict checkFee(Spend spend, long total) {
    long out = spend.valueOut();
    if (total < out) {
      return Verdict.invalid(
              Clause.INPUTS_COVER_OUTPUTS, "inputs hold " + total + ", outputs " + out)
          .at(spend.place());
    }
    return moneyRange(total - out)
        ? Verdict.valid()
        : Verdict.invalid(Clause.FEE_IN_RANGE, "the fee is " + (total - out)).at(spend.place());
  }

  private static boolean isPremature(Coin coin, OptionalInt height) {
    return height.isPresent()
        && coin.origin().isPresent()
        && coin.origin().get().coinbase()
        && height.getAsInt() - coin.origin().get().height() < COINBASE_MATURITY;
  }
}
