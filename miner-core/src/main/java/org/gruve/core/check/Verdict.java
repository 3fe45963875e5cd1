package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the rules say of a header, a transaction or a block. */
public sealed interface Verdict {
  /**
   * No rule that was asked is broken.
   *
   * @param unchecked what could not be asked, for want of data or of means; empty when nothing
   */
  record Valid(List<String> unchecked) implements Verdict {
    /** Keeps an immutable copy of the list. */
    public Valid {
      unchecked = List.copyOf(unchecked);
    }

    private Verdict and(Verdict next) {
      return switch (next) {
        case Invalid broken -> broken;
        case Valid(List<String> more) -> {
          List<String> both = new ArrayList<>(unchecked);
          both.addAll(more);
          yield new Valid(both);
        }
      };
    }
  }

  /**
   * A rule is broken.
   *
   * @param rejectReason Bitcoin Core's name for it
   * @param sentence what is wrong, with the numbers
   */
  record Invalid(String rejectReason, String sentence, Kind kind) implements Verdict {}

  /** How final an {@link Invalid} is (Core: BlockValidationResult). */
  enum Kind {
    /** The hash can never become valid. */
    FINAL,
    /** The transactions do not belong to this header: the same hash with others may be valid. */
    MUTATED,
    /** The time lies too far ahead: valid later, perhaps. */
    TIME_FUTURE
  }

  /** Nothing broken, nothing left unchecked. */
  static Verdict valid() {
    return new Valid(List.of());
  }

  /** A broken rule, for good. */
  static Verdict invalid(String rejectReason, String sentence) {
    return new Invalid(rejectReason, sentence, Kind.FINAL);
  }

  /** A broken rule that says nothing of the header. */
  static Verdict mutated(String rejectReason, String sentence) {
    return new Invalid(rejectReason, sentence, Kind.MUTATED);
  }

  /** Whether nothing is broken. */
  default boolean isValid() {
    return this instanceof Valid;
  }

  /** This verdict if it names a broken rule, else the next one's; what is unchecked adds up. */
  default Verdict then(Supplier<Verdict> next) {
    return this instanceof Valid before ? before.and(next.get()) : this;
  }
}
