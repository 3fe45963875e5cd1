package org.gruve.pool;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;

/**
 * Looks into each job's coinbase for what it pays to the user.
 *
 * @param script of the user's output
 * @param address the same as the user wrote it, for sentences
 * @param leastPercent how much of the coinbase's value must go there, 1 to 100
 */
public record PayoutCheck(Mode mode, Bytes script, String address, int leastPercent) {
  /** 21 million coins in satoshi (Core: MAX_MONEY). */
  private static final long ALL_MONEY = 2_100_000_000_000_000L;

  private static final int DECIMALS = 8;

  /** What to do about a job that pays too little. */
  public enum Mode {
    WARN,
    /** Leave the pool. */
    ENFORCE
  }

  /** What is wrong with a job, in one sentence; nothing where it pays as it should. */
  public Optional<String> fault(Job job) {
    return switch (job.merkle()) {
      case MerkleSource.Coinbase coinbase -> fault(coinbase);
      case MerkleSource.Fixed _ ->
          Optional.of("the job does not show its coinbase, so nobody can see whom it pays");
    };
  }

  private Optional<String> fault(MerkleSource.Coinbase coinbase) {
    byte[] zeros = new byte[coinbase.extranonce2Size()];
    Bytes whole = coinbase.prefix().then(Bytes.of(zeros)).then(coinbase.suffix());
    try {
      return fault(Transaction.parse(whole.toArray()).outputs());
    } catch (FormatException e) {
      // What cannot be read cannot be a block either.
      return Optional.of("the job's coinbase is no transaction (" + e.getMessage() + ")");
    }
  }

  private Optional<String> fault(List<TxOut> outputs) {
    long total = 0;
    long ours = 0;
    for (TxOut output : outputs) {
      if (output.value() < 0 || output.value() > ALL_MONEY - total) {
        return Optional.of("the job's coinbase pays more than there can ever be");
      }
      total += output.value();
      ours += output.script().equals(script) ? output.value() : 0;
    }
    if (total > 0 && ours == 0) {
      return Optional.of("the job pays nothing to " + address);
    }
    // Below 2^58: all money in satoshi, times a hundred.
    return ours * 100 >= total * leastPercent
        ? Optional.empty()
        : Optional.of(tooLittle(ours, total));
  }

  private String tooLittle(long ours, long total) {
    return "the job pays "
        + address
        + " "
        + BigDecimal.valueOf(ours, DECIMALS).toPlainString()
        + " of "
        + BigDecimal.valueOf(total, DECIMALS).toPlainString()
        + " BTC ("
        + ours * 100 / total
        + " %), less than the "
        + leastPercent
        + " % that were asked for";
  }
}
