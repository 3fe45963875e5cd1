package org.gruve.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gruve.core.check.Clause;
import org.gruve.core.check.Report;
import org.gruve.core.check.Verdict;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Place;
import org.gruve.core.check.Verdict.Unchecked;

/**
 * What checks found, added up: which rules were asked, which could not be, what was taken for
 * granted, and the first that is broken. Not for more than one thread at a time.
 */
public final class Findings {
  private final Map<String, Rule> checked = new TreeMap<>(Rule.ORDER);
  private final Map<String, Gap> unchecked = new TreeMap<>(Rule.ORDER);
  private final Map<String, Long> assumed = new LinkedHashMap<>();
  private Optional<Broken> broken = Optional.empty();
  private long inputs;
  private long inputsVerified;

  /** How it ends. */
  public enum Outcome {
    /** Every rule that there is was asked, and holds. */
    VALID,
    /** No rule is broken, but not all could be asked. */
    INCOMPLETE,
    /** A rule is broken. */
    INVALID
  }

  /**
   * A rule that could not be asked.
   *
   * @param count of how many things
   */
  public record Gap(Rule rule, String why, long count) {}

  /**
   * A rule that is broken.
   *
   * @param where in words, such as {@code block 7}; empty where there is only one thing
   * @param order of things, so that the first one counts
   */
  public record Broken(
      Rule rule,
      String rejectReason,
      String sentence,
      Optional<Place> place,
      String where,
      long order) {}

  /** One more report, on the only thing there is. */
  public void add(Report report) {
    add(report, "", 0);
  }

  /** One more report, on one of many things. */
  public void add(Report report, String where, long order) {
    report.checked().forEach(clause -> checked(Rule.of(clause)));
    for (Unchecked gap : report.unchecked()) {
      unchecked(Rule.of(gap.clause()), gap.why(), 1);
    }
    report.assumed().forEach(this::assume);
    inputs += report.inputs();
    inputsVerified += report.inputsVerified();
    if (report.verdict() instanceof Invalid invalid) {
      Rule rule = Rule.of(invalid.clause());
      broken(
          new Broken(
              rule, invalid.rejectReason(), invalid.sentence(), invalid.place(), where, order));
    }
  }

  /** All that others found. */
  void add(Findings other) {
    other.checked.values().forEach(this::checked);
    other.unchecked.values().forEach(gap -> unchecked(gap.rule(), gap.why(), gap.count()));
    other.assumed.forEach((words, count) -> assumed.merge(words, count, Long::sum));
    other.broken.ifPresent(this::broken);
    inputs += other.inputs;
    inputsVerified += other.inputsVerified;
  }

  void checked(Rule rule) {
    checked.putIfAbsent(rule.id(), rule);
  }

  void unchecked(Rule rule, String why, long count) {
    unchecked.merge(
        rule.id(),
        new Gap(rule, why, count),
        (before, more) -> new Gap(rule, before.why(), before.count() + more.count()));
  }

  void unchecked(Clause clause, String why) {
    unchecked(Rule.of(clause), why, 1);
  }

  /** Takes something for granted. */
  public void assume(String words) {
    assumed.merge(words, 1L, Long::sum);
  }

  void broken(Broken other) {
    if (broken.isEmpty() || other.order() < broken.get().order()) {
      broken = Optional.of(other);
    }
  }

  void broken(Verdict.Invalid invalid, String where, long order) {
    broken(
        new Broken(
            Rule.of(invalid.clause()),
            invalid.rejectReason(),
            invalid.sentence(),
            invalid.place(),
            where,
            order));
  }

  void inputs(long all, long verified) {
    inputs += all;
    inputsVerified += verified;
  }

  /** How it ends. */
  public Outcome outcome() {
    if (broken.isPresent()) {
      return Outcome.INVALID;
    }
    return unchecked.isEmpty() ? Outcome.VALID : Outcome.INCOMPLETE;
  }

  /** The first rule that is broken. */
  public Optional<Broken> broken() {
    return broken;
  }

  /** Rules that were asked wherever they apply. */
  public List<Rule> checked() {
    return checked.values().stream().filter(rule -> !unchecked.containsKey(rule.id())).toList();
  }

  /** Rules that could not be asked, or not everywhere. */
  public List<Gap> unchecked() {
    return List.copyOf(unchecked.values());
  }

  /** What was taken for granted, with how often in brackets where it was more than once. */
  public List<String> assumed() {
    List<String> words = new ArrayList<>();
    assumed.forEach((what, count) -> words.add(count == 1 ? what : what + " (" + count + ")"));
    return words;
  }

  /** Inputs that have scripts to run. */
  public long inputs() {
    return inputs;
  }

  /** Inputs whose scripts were run and hold. */
  public long inputsVerified() {
    return inputsVerified;
  }
}
