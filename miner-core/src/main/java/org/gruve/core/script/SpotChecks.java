package org.gruve.core.script;

import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A backend that is believed as long as it is not found out: about one answer in 1,024, chosen at
 * random, is asked of the reference too, and so is the first refusal of each batch; and among each
 * batch there is a forgery. After a wrong answer, or where the backend fails, the reference is
 * asked instead, for good; what was said before is then worth nothing.
 *
 * <p>A wrong refusal costs time only, since whatever it decides is {@linkplain ScriptBatch run
 * again} by the reference. Any thread, many at once.
 */
public final class SpotChecks implements SignatureVerifier {
  private static final int ONE_IN = 1_024;

  /** Below this a forgery would cost too much. */
  private static final int BATCH = 32;

  /** One forgery is slipped in for so many signatures, the first one at once. */
  private static final int ROWS_TO_A_FORGERY = 1_024;

  private final SignatureVerifier backend;
  private final SignatureVerifier reference;
  private final RandomGenerator random;
  private final AtomicLong sinceForgery = new AtomicLong(ROWS_TO_A_FORGERY);
  private volatile @Nullable RuntimeException fault;

  private SpotChecks(
      SignatureVerifier backend, SignatureVerifier reference, RandomGenerator random) {
    this.backend = backend;
    this.reference = reference;
    this.random = random;
  }

  /**
   * Checks a backend against BouncyCastle.
   *
   * @param random whatever makes a block must not be able to tell what it gives
   */
  public static SpotChecks of(SignatureVerifier backend, RandomGenerator random) {
    return new SpotChecks(backend, new BouncyCastleVerifier(), random);
  }

  /** The backend's name, or the reference's once the backend is out. */
  @Override
  public String name() {
    return asked().name();
  }

  /** Why the backend is not asked any more. */
  public Optional<RuntimeException> fault() {
    return Optional.ofNullable(fault);
  }

  /** Who is asked about what must be right. */
  SignatureVerifier reference() {
    return reference;
  }

  @Override
  public BitSet verify(SignatureRows rows) {
    if (fault != null || backend instanceof BouncyCastleVerifier) {
      return asked().verify(rows);
    }
    try {
      BitSet holds = checked(rows, dice());
      if (fault == null) {
        return holds;
      }
    } catch (RuntimeException e) {
      // A lie that was found out, or a device that is gone. Nothing is lost, and it can be told.
      fault = e;
    }
    return reference.verify(rows);
  }

  private SignatureVerifier asked() {
    return fault == null ? backend : reference;
  }

  private BitSet checked(SignatureRows rows, SplittableRandom dice) {
    int count = rows.count();
    boolean batch = count >= BATCH;
    boolean forged = batch && isTimeForAForgery(count);
    BitSet holds = backend.verify(forged ? withForgery(rows, dice) : rows);
    if (forged && holds.get(count)) {
      throw new IllegalStateException(backend.name() + " accepts a forged signature");
    }
    BitSet answers = holds.get(0, count);
    BitSet chosen = chosen(count, dice);
    int refused = answers.nextClearBit(0);
    if (batch && refused < count) {
      chosen.set(refused);
    }
    compare(rows, answers, chosen);
    return answers;
  }

  private boolean isTimeForAForgery(int count) {
    long before = sinceForgery.getAndUpdate(n -> n >= ROWS_TO_A_FORGERY ? count : n + count);
    return before >= ROWS_TO_A_FORGERY;
  }

  private void compare(SignatureRows rows, BitSet answers, BitSet chosen) {
    SignatureRows asked = new SignatureRows(chosen.cardinality());
    BitSet said = new BitSet();
    chosen.stream()
        .forEach(
            i -> {
              said.set(asked.count(), answers.get(i));
              asked.addFrom(rows, i);
            });
    if (!reference.verify(asked).equals(said)) {
      throw new IllegalStateException(backend.name() + " is wrong about a signature");
    }
  }

  private static BitSet chosen(int count, SplittableRandom dice) {
    BitSet chosen = new BitSet();
    for (int i = 0; i < count; i++) {
      if (dice.nextInt(ONE_IN) == 0) {
        chosen.set(i);
      }
    }
    return chosen;
  }

  /** The rows, and one of them again for another message. */
  private static SignatureRows withForgery(SignatureRows rows, SplittableRandom dice) {
    SignatureRows all = new SignatureRows(rows.count() + 1);
    for (int i = 0; i < rows.count(); i++) {
      all.addFrom(rows, i);
    }
    byte[] forged = rows.part(dice.nextInt(rows.count()), 0, SignatureRows.STRIDE);
    forged[SignatureRows.MESSAGE + dice.nextInt(32)] ^= (byte) (1 << dice.nextInt(8));
    all.addPacked(forged);
    return all;
  }

  /** Not every generator may be asked by many threads. */
  private SplittableRandom dice() {
    synchronized (random) {
      return new SplittableRandom(random.nextLong());
    }
  }
}
