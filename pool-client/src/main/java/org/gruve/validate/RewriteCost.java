package org.gruve.validate;

import java.math.BigInteger;
import java.util.List;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.ChainWork;

/**
 * What it takes to replace the last blocks of a chain by others.
 *
 * @param depth how many blocks
 * @param work hashes that it takes on average
 * @param spacing seconds that the network takes for a block
 */
public record RewriteCost(int depth, BigInteger work, int spacing) {
  /** Blocks that all have the same nBits. */
  public static RewriteCost ofBits(int depth, int nbits, int spacing) {
    return new RewriteCost(
        depth, ChainWork.ofBits(nbits).multiply(BigInteger.valueOf(depth)), spacing);
  }

  /** The last of headers that were checked; InputException where there are not so many. */
  public static RewriteCost ofLast(HeaderCheck check, int depth, int spacing) {
    List<BlockHeader> last = check.last(depth);
    check.requireGood();
    if (last.size() < depth) {
      throw InputException.usage(
          "there are " + last.size() + " headers, fewer than the depth of " + depth);
    }
    return ofLast(last, spacing);
  }

  /** Some blocks. */
  static RewriteCost ofLast(List<BlockHeader> headers, int spacing) {
    BigInteger work =
        headers.stream()
            .map(header -> ChainWork.ofBits(header.nbits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return new RewriteCost(headers.size(), work, spacing);
  }

  /** Seconds that it takes on average at a rate, in hashes a second. */
  public double seconds(double rate) {
    return work.doubleValue() / rate;
  }

  /** Hashes a second at which these blocks come at the network's spacing. */
  public double networkRate() {
    return work.doubleValue() / depth / spacing;
  }

  /** The share of all hash rate that somebody has who comes to that network with a rate. */
  public double shareOf(double rate) {
    return rate / (rate + networkRate());
  }
}
