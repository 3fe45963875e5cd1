package org.gruve.cli;

import java.util.Locale;
import java.util.Optional;
import org.gruve.core.check.Verdict.Place;
import org.gruve.validate.Findings;
import org.gruve.validate.Findings.Broken;
import org.gruve.validate.Findings.Gap;
import org.gruve.validate.Result;
import org.gruve.validate.Rule;

/** What a validation found, for programs; {@code validate chain --merge} reads it, too. */
final class ValidateJson {
  private static final int SCHEMA = 1;

  private ValidateJson() {}

  /** One object. */
  static JsonObject of(Result result, String backend) {
    Findings findings = result.findings();
    JsonObject json =
        new JsonObject()
            .put("type", "validation")
            .put("schema", SCHEMA)
            .put("subject", result.subject())
            .put("verdict", findings.outcome().name().toLowerCase(Locale.ROOT))
            .put("broken", findings.broken().map(ValidateJson::broken).orElse(null));
    result.facts().forEach(json::put);
    return json.put("checked", findings.checked().stream().map(ValidateJson::rule).toList())
        .put("unchecked", findings.unchecked().stream().map(ValidateJson::gap).toList())
        .put("assumed", findings.assumed())
        .put("inputs", findings.inputs())
        .put("inputs_verified", findings.inputsVerified())
        .put("backend", backend);
  }

  private static JsonObject rule(Rule rule) {
    return new JsonObject().put("id", rule.id()).put("rule", rule.sentence());
  }

  private static JsonObject gap(Gap gap) {
    return rule(gap.rule()).put("why", gap.why()).put("count", gap.count());
  }

  private static JsonObject broken(Broken broken) {
    Optional<Place> place = broken.place();
    return rule(broken.rule())
        .put("reject_reason", broken.rejectReason())
        .put("message", broken.sentence())
        .put("where", broken.where().isEmpty() ? null : broken.where())
        .put("order", broken.order())
        .put("transaction", place.map(Place::transaction).orElse(null))
        .put("txid", place.map(at -> at.txid().display()).orElse(null))
        .put("input", place.flatMap(ValidateJson::input).orElse(null));
  }

  private static Optional<Integer> input(Place place) {
    return place.input().isPresent() ? Optional.of(place.input().getAsInt()) : Optional.empty();
  }
}
