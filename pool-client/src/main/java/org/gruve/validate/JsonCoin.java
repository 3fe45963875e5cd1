package org.gruve.validate;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Coin;
import org.gruve.core.check.Subsidy;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, as far as they tell of an output; not all of them need come. */
final class JsonCoin {
  private static final int BITCOIN_DECIMALS = 8;
  private static final int MOST_DIGITS = 19;

  @Nullable String txid;
  @Nullable BigDecimal index;
  @Nullable BigDecimal value;
  @Nullable String script;
  @Nullable BigDecimal height;
  @Nullable Boolean coinbase;

  /** Whether {@code value} counts whole coins, as Bitcoin Core's RPC does, not satoshis. */
  boolean inBitcoin;

  /** Whether it is an output as transactions list them, which nothing spends here. */
  boolean listed;

  /** What it names. */
  OutPoint outPoint() {
    if (txid == null || index == null) {
      throw refused("an output without 'txid' and 'vout'");
    }
    return new OutPoint(hash(txid), (int) whole("vout", index, 0xffff_ffffL));
  }

  /** What it holds. */
  Coin coin() {
    if (value == null || script == null) {
      throw refused("an output without 'value' and 'script'");
    }
    TxOut output = new TxOut(satoshis(value), bytes(script));
    return height == null
        ? new Coin(output, Optional.empty())
        : Coin.of(
            output,
            (int) whole("height", height, Integer.MAX_VALUE),
            Boolean.TRUE.equals(coinbase));
  }

  private long satoshis(BigDecimal amount) {
    if (integerDigits(amount) > MOST_DIGITS) {
      throw refused("a value of " + amount);
    }
    BigDecimal satoshis = inBitcoin ? amount.movePointRight(BITCOIN_DECIMALS) : amount;
    if (!inBitcoin && hasFraction(amount)) {
      throw refused("a value of " + amount + ": 'value' counts satoshis, which are whole");
    }
    return whole("value", satoshis, Subsidy.MAX_MONEY);
  }

  /** Looked at before anything is computed with exponents of nine digits. */
  private static long integerDigits(BigDecimal number) {
    return number.precision() - (long) number.scale();
  }

  private static boolean hasFraction(BigDecimal number) {
    return number.signum() != 0 && number.stripTrailingZeros().scale() > 0;
  }

  private static long whole(String field, BigDecimal number, long most) {
    boolean fits =
        number.signum() >= 0
            && integerDigits(number) <= MOST_DIGITS
            && !hasFraction(number)
            && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!fits) {
      throw refused("'" + field + "' of " + number + ", where at most " + most + " is possible");
    }
    return number.longValueExact();
  }

  private static Hash256 hash(String text) {
    if (text.length() != 64 || !text.chars().allMatch(HexFormat::isHexDigit)) {
      throw refused("a 'txid' that is not 64 hex digits");
    }
    return Hash256.fromDisplay(text);
  }

  private static Bytes bytes(String text) {
    if (text.length() % 2 != 0 || !text.chars().allMatch(HexFormat::isHexDigit)) {
      throw refused("a script that is not hex");
    }
    return Bytes.ofHex(text);
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(what);
  }
}
