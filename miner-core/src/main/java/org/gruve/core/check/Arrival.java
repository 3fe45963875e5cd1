package org.gruve.core.check;

/** What became of a block that was given to a {@link ChainState}. */
public record Arrival(Outcome outcome, Verdict verdict) {
  /** Where it is now. */
  public enum Outcome {
    /** On the best chain; all rules were asked. */
    CONNECTED,
    /** On a branch with less work, or as much but later; its coins were not looked up. */
    BESIDE,
    /** Kept until its parent comes. */
    WAITING,
    /** It was there before. */
    KNOWN,
    /** Refused: it, or a block before it, broke a rule. */
    REFUSED
  }
}
