package org.gruve.pool;

import java.util.OptionalInt;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;

/** The height that a coinbase claims at the beginning of its input script (BIP34). */
public final class CoinbaseHeight {
  // Version (4), input count (1), null prevout (36), script length (1).
  private static final int SCRIPT = 42;

  private CoinbaseHeight() {}

  /** The height, or nothing where the coinbase is not known or says none. */
  public static OptionalInt of(Job job) {
    return switch (job.merkle()) {
      case MerkleSource.Coinbase coinbase -> of(coinbase.prefix().toArray());
      case MerkleSource.Fixed fixed -> OptionalInt.empty();
    };
  }

  private static OptionalInt of(byte[] prefix) {
    if (prefix.length <= SCRIPT) {
      return OptionalInt.empty();
    }
    int push = prefix[SCRIPT];
    if (push > 0x50 && push <= 0x60) {
      return OptionalInt.of(push - 0x50);
    }
    boolean isNumber = push >= 1 && push <= 4 && prefix.length > SCRIPT + push;
    if (!isNumber || prefix[SCRIPT + push] < 0) {
      return OptionalInt.empty();
    }
    int height = 0;
    for (int i = push; i >= 1; i--) {
      height = height << 8 | (prefix[SCRIPT + i] & 0xff);
    }
    return OptionalInt.of(height);
  }
}
