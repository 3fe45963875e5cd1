package org.gruve.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.gruve.pool.Account;
import org.gruve.pool.PoolAccount;

/**
 * Makes accounts of places.
 *
 * @param hashrate of the devices that mine for them, in hashes per second
 */
record Accounts(OwnNodes nodes, double hashrate) {
  private static final Pattern AUTO = Pattern.compile("(^|,)d=auto(?=,|$)");
  private static final double SECONDS_PER_SHARE = 4;
  private static final double HASHES_PER_DIFFICULTY_1 = 0x1p32;

  Account of(Place place) {
    return switch (place) {
      case Place.Pool pool -> fitting(pool.account());
      case Place.Node node -> nodes.account(node);
    };
  }

  /** With the difficulty that fits, where the password leaves it to us. */
  private PoolAccount fitting(PoolAccount account) {
    String password = AUTO.matcher(account.password()).replaceFirst("$1d=" + difficulty(hashrate));
    return new PoolAccount(account.url(), account.user(), password, account.way(), account.quota());
  }

  /** One that gives a share each four seconds; pools round what is too fine for them. */
  static String difficulty(double hashrate) {
    double fitting = Math.max(hashrate * SECONDS_PER_SHARE / HASHES_PER_DIFFICULTY_1, 1e-9);
    BigDecimal short3 = new BigDecimal(fitting).round(new MathContext(3, RoundingMode.HALF_EVEN));
    return (fitting >= 1 ? short3.setScale(0, RoundingMode.HALF_EVEN) : short3.stripTrailingZeros())
        .toPlainString();
  }
}
