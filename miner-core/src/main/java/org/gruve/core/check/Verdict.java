package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Hash256;

/** What the rules say of a header, a transaction or a block. */
public sealed interface Verdict {
  /**
   * No rule that was asked is broken.
   *
   * @param unchecked what could not be asked, for want of data or of means; empty when nothing
   */
  record Valid(List<Unchecked> unchecked) implements Verdict {
    /** Keeps an immutable copy of the list. */
    public Valid {
      unchecked = List.copyOf(unchecked);
    }
  }

  /**
   * A rule is broken.
   *
   * @param clause the rule
   * @param rejectReason Bitcoin Core's name for it
   * @param sentence what is wrong, with the numbers
   * @param place where in the block, or nothing where it is the header or the block as a whole
   * @param unchecked what could not be asked before that
   */
  record Invalid(
      Clause clause,
      String rejectReason,
      String sentence,
      Kind kind,
      Optional<Place> place,
      List<Unchecked> unchecked)
      implements Verdict {
    /** Keeps an immutable copy of the list. */
    public Invalid {
      unchecked = List.copyOf(unchecked);
    }

    private Invalid placed(Place where) {
      return new Invalid(clause, rejectReason, sentence, kind, Optional.of(where), unchecked);
    }
  }

  /** A clause that could not be asked, wholly or in part, and why. */
  record Unchecked(Clause clause, String why) {}

  /**
   * Where in a block a rule is broken.
   *
   * @param transaction its index in the block; 0 for a transaction alone
   * @param input the index of the input, if it is one
   */
  record Place(int transaction, Hash256 txid, OptionalInt input) {
    static Place of(int index, Transaction transaction) {
      return new Place(index, transaction.txid(), OptionalInt.empty());
    }

    static Place of(int index, Transaction transaction, int input) {
      return new Place(index, transaction.txid(), OptionalInt.of(input));
    }
  }

  /** How final an {@link Invalid} is (Core: BlockValidationResult). */
  enum Kind {
    /** The hash can never become valid. */
    FINAL,
    /** The transactions do not belong to this header: the same hash with others may be valid. */
    MUTATED,
    /** The time lies too far ahead: valid later, perhaps. */
    TIME_FUTURE,
    /** A block before it is not known, or broke a rule itself. */
    PARENT
  }

  /** What could not be asked, whatever the verdict. */
  List<Unchecked> unchecked();

  /** Nothing broken, nothing left unchecked. */
  static Verdict valid() {
    return new Valid(List.of());
  }

  /** Nothing broken, but one clause could not be asked. */
  static Verdict unchecked(Clause clause, String why) {
    return new Valid(List.of(new Unchecked(clause, why)));
  }

  /** A broken rule, for good. */
  static Invalid invalid(Clause clause, String sentence) {
    return broken(clause, clause.rejectReason(), sentence, Kind.FINAL);
  }

  /** A broken rule that says nothing of the header. */
  static Invalid mutated(Clause clause, String sentence) {
    return broken(clause, clause.rejectReason(), sentence, Kind.MUTATED);
  }

  /** A broken rule whose reject reason says more than the clause's. */
  static Invalid broken(Clause clause, String rejectReason, String sentence, Kind kind) {
    return new Invalid(clause, rejectReason, sentence, kind, Optional.empty(), List.of());
  }

  /** Whether nothing is broken. */
  default boolean isValid() {
    return this instanceof Valid;
  }

  /** This verdict if it names a broken rule, else the next one's; what is unchecked adds up. */
  default Verdict then(Supplier<Verdict> next) {
    return this instanceof Valid ? next.get().after(unchecked()) : this;
  }

  /** This verdict, after other clauses could not be asked. */
  default Verdict after(List<Unchecked> before) {
    if (before.isEmpty()) {
      return this;
    }
    List<Unchecked> all = new ArrayList<>(before);
    all.addAll(unchecked());
    return switch (this) {
      case Valid _ -> new Valid(all);
      case Invalid(var clause, var reason, var sentence, var kind, var place, var _) ->
          new Invalid(clause, reason, sentence, kind, place, all);
    };
  }

  /** This verdict; where a rule is broken and nothing says where, it is here. */
  default Verdict at(Place place) {
    return this instanceof Invalid invalid && invalid.place().isEmpty()
        ? invalid.placed(place)
        : this;
  }
}
