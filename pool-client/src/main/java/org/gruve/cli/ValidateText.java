package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gruve.core.check.Verdict.Place;
import org.gruve.validate.Findings;
import org.gruve.validate.Findings.Broken;
import org.gruve.validate.Findings.Gap;
import org.gruve.validate.Result;
import org.gruve.validate.Rule;

/** What a validation found, for people: the verdict, facts, and how far it went. */
final class ValidateText {
  private static final int LABEL = 22;

  /** What each header breaks that is judged by another network's rules. */
  private static final Set<String> OF_A_NETWORK = Set.of("high-hash", "bad-diffbits");

  private static final String WHOLE = "1/1";

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private ValidateText(Style style) {
    this.style = style;
  }

  /** Lines. */
  static List<String> of(Result result, String backend, Style style) {
    ValidateText text = new ValidateText(style);
    text.verdict(subject(result), result.findings());
    result.facts().forEach(text::fact);
    text.reach(result.findings(), backend);
    return text.lines;
  }

  /** A shard is not the chain. */
  private static String subject(Result result) {
    Object shard = result.facts().getOrDefault("shard", WHOLE);
    return shard.equals(WHOLE) ? result.subject() : result.subject() + ", shard " + shard;
  }

  private void verdict(String subject, Findings findings) {
    switch (findings.outcome()) {
      case VALID -> lines.add(style.good("valid") + " (" + subject + "): every rule holds");
      case INCOMPLETE ->
          lines.add(
              style.strong("incomplete")
                  + " ("
                  + subject
                  + "): no rule is broken, but not all could be checked");
      case INVALID -> {
        Broken broken = findings.broken().orElseThrow();
        lines.add(
            style.bad("INVALID") + " (" + subject + "): " + broken.rejectReason() + place(broken));
        lines.add("  " + broken.sentence());
        lines.add("  the rule: " + rule(broken.rule()));
        if (OF_A_NETWORK.contains(broken.rejectReason())) {
          lines.add("  (where it is of another network than that below, --network says of which)");
        }
      }
    }
  }

  private static String place(Broken broken) {
    StringBuilder where = new StringBuilder();
    if (!broken.where().isEmpty()) {
      where.append(", ").append(broken.where());
    }
    if (broken.place().isPresent()) {
      Place place = broken.place().get();
      where.append(", transaction ").append(place.transaction()).append(" (").append(place.txid());
      where.append(')');
      place.input().ifPresent(input -> where.append(", input ").append(input));
    }
    return where.toString();
  }

  private static String rule(Rule rule) {
    return rule.id() + " " + rule.sentence().replaceFirst("\\.$", "");
  }

  private void fact(String name, Object value) {
    String text =
        switch (value) {
          case Long number -> Figures.whole(number);
          case Boolean truth -> truth ? "yes" : "no";
          case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
          default -> value.toString();
        };
    if (!text.isEmpty()) {
      line(name.replace('_', ' '), text);
    }
  }

  private void reach(Findings findings, String backend) {
    if (findings.inputs() > 0) {
      line(
          "inputs verified",
          Figures.whole(findings.inputsVerified())
              + " of "
              + Figures.whole(findings.inputs())
              + ", by "
              + backend);
    }
    line("rules checked", Integer.toString(findings.checked().size()));
    for (Gap gap : findings.unchecked()) {
      String count = gap.count() == 1 ? "" : " (" + Figures.whole(gap.count()) + ")";
      line("not checked", rule(gap.rule()) + ": " + gap.why() + count);
    }
    findings.assumed().forEach(words -> line("assumed", words));
  }

  private void line(String label, String text) {
    lines.add("  " + label + " ".repeat(Math.max(1, LABEL - label.length())) + text);
  }
}
