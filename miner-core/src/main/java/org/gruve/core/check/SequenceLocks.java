package org.gruve.core.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.jspecify.annotations.Nullable;

/**
 * Relative lock times (BIP68; Core: CalculateSequenceLocks and EvaluateSequenceLocks): the last
 * height and the last time, unsigned seconds, at which a transaction is still locked; -1 where it
 * is not.
 *
 * @param unknown how many of its inputs have locks that could not be calculated
 */
record SequenceLocks(int height, long time, int unknown) {
  private static final int DISABLE_FLAG = 1 << 31;
  private static final int TYPE_FLAG = 1 << 22;
  private static final int MASK = 0xffff;
  private static final int GRANULARITY = 9;
  private static final SequenceLocks NONE = new SequenceLocks(-1, -1, 0);

  /**
   * The locks of a transaction of a block that BIP68 applies to.
   *
   * @param coins what its inputs spend, in order, null where that is not known
   */
  static SequenceLocks calculate(
      Transaction transaction, List<@Nullable Coin> coins, Context context) {
    SequenceLocks locks = NONE;
    if (Integer.compareUnsigned(transaction.version(), 2) >= 0) {
      for (int i = 0; i < coins.size(); i++) {
        locks = locks.with(transaction.inputs().get(i), coins.get(i), context);
      }
    }
    return locks;
  }

  private SequenceLocks with(TxIn input, @Nullable Coin coin, Context context) {
    int sequence = input.sequence();
    if ((sequence & DISABLE_FLAG) != 0) {
      return this;
    }
    if (coin == null || coin.origin().isEmpty()) {
      return new SequenceLocks(height, time, unknown + 1);
    }
    int made = coin.origin().get().height();
    int value = sequence & MASK;
    if ((sequence & TYPE_FLAG) == 0) {
      return new SequenceLocks(Math.max(height, made + value - 1), time, unknown);
    }
    // The clock of a coin is the median time before the block that made it.
    OptionalLong start = medianTime(context, Math.max(made - 1, 0));
    return start.isEmpty()
        ? new SequenceLocks(height, time, unknown + 1)
        : new SequenceLocks(
            height, Math.max(time, start.getAsLong() + ((long) value << GRANULARITY) - 1), unknown);
  }

  /** Whether they have run out; unknown ones are not looked at. */
  Verdict evaluate(Context context) {
    OptionalInt at = context.height();
    if (height >= 0 && at.isPresent() && height >= at.getAsInt()) {
      return Verdict.invalid(Clause.SEQUENCE_LOCKS, "a relative lock holds until height " + height);
    }
    OptionalLong now = time < 0 ? OptionalLong.of(0) : medianTime(context, at.orElse(0) - 1);
    if (now.isPresent() && time >= now.getAsLong()) {
      return Verdict.invalid(
          Clause.SEQUENCE_LOCKS,
          "a relative lock holds until time " + time + ", and it is " + now.getAsLong());
    }
    boolean known = now.isPresent() && (height < 0 || at.isPresent()) && unknown == 0;
    return known ? Verdict.valid() : Verdict.unchecked(Clause.SEQUENCE_LOCKS, Missing.RELATIVE);
  }

  private static OptionalLong medianTime(Context context, int height) {
    return context.ancestors().isEmpty()
        ? OptionalLong.empty()
        : MedianTime.at(context.ancestors().get(), height);
  }
}
