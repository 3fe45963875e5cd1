package org.gruve.core.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Unchecked;

/**
 * What a check found and how far it went.
 *
 * @param checked clauses that were asked of all there is; where a rule is broken, those before it
 * @param unchecked clauses that could not be asked, wholly or in part, and why
 * @param assumed what was taken for granted
 * @param inputsVerified how many inputs' scripts were run and hold
 * @param inputs how many inputs have scripts to run: all but a coinbase's
 */
public record Report(
    Verdict verdict,
    List<Clause> checked,
    List<Unchecked> unchecked,
    List<String> assumed,
    int inputsVerified,
    int inputs) {

  /** Keeps immutable copies of the lists. */
  public Report {
    checked = List.copyOf(checked);
    unchecked = List.copyOf(unchecked);
    assumed = List.copyOf(assumed);
  }

  /** Whether no rule is broken and none was left out. */
  public boolean isComplete() {
    return verdict.isValid() && unchecked.isEmpty();
  }

  /** A report on clauses that were asked in their order. */
  static Report of(
      Verdict verdict, List<Clause> clauses, List<String> assumed, int verified, int inputs) {
    Set<Clause> unchecked =
        verdict.unchecked().stream().map(Unchecked::clause).collect(Collectors.toSet());
    List<Clause> asked =
        verdict instanceof Invalid broken ? before(clauses, broken.clause()) : clauses;
    return new Report(
        verdict,
        asked.stream().filter(clause -> !unchecked.contains(clause)).toList(),
        verdict.unchecked(),
        assumed,
        verified,
        inputs);
  }

  private static List<Clause> before(List<Clause> clauses, Clause broken) {
    return clauses.stream().takeWhile(clause -> clause != broken).toList();
  }
}
