package org.gruve.core.check;

import org.gruve.core.check.InputScripts.Failure;
import org.gruve.core.check.InputScripts.Outcome;
import org.gruve.core.check.Verdict.Kind;

/** What is said of scripts that were run, in Core's words (CheckInputScripts). */
final class ScriptVerdicts {
  private ScriptVerdicts() {}

  /** Of those of a block, or of a transaction with the flags of a block. */
  static Verdict ofBlock(Outcome outcome, int inputs) {
    return of("block-script-verify-flag-failed", outcome, inputs);
  }

  /** Of those of a transaction with flags that are not all binding. */
  static Verdict ofPolicy(Outcome outcome, int inputs) {
    return of("mempool-script-verify-flag-failed", outcome, inputs);
  }

  private static Verdict of(String reason, Outcome outcome, int inputs) {
    if (outcome.failure().isPresent()) {
      Failure failure = outcome.failure().get();
      return Verdict.broken(
              Clause.SCRIPTS,
              reason + " (" + failure.error().sentence() + ")",
              "the scripts of input " + failure.input() + " fail: " + failure.error(),
              Kind.FINAL)
          .at(failure.spend().place(failure.input()));
    }
    int unknown = inputs - outcome.verified();
    return unknown == 0
        ? Verdict.valid()
        : Verdict.unchecked(Clause.SCRIPTS, Missing.of(unknown, inputs, "inputs' spent outputs"));
  }
}
