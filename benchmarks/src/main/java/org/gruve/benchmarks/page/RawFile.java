package org.gruve.benchmarks.page;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gruve.benchmarks.HardwareClass;
import org.gruve.benchmarks.RawJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A raw file of a measurement. */
record RawFile(String name, JsonNode json) {
  /** IllegalArgumentException, in one sentence, for what is no JSON object. */
  static RawFile parse(String name, String text) {
    try {
      JsonNode json = RawJson.MAPPER.readTree(text);
      if (!json.isObject()) {
        throw new IllegalArgumentException(name + " holds no JSON object");
      }
      return new RawFile(name, json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** What it measured. What {@code gruve benchmark --json} prints need not say so. */
  String kind() {
    return json.has("devices") && !json.has("kind") ? "run" : text(json, "kind");
  }

  JsonNode environment() {
    return json.path("environment");
  }

  String cpu() {
    return text(environment(), "cpu");
  }

  /** The class of the CPU, where the file tells. */
  Optional<HardwareClass> cpuClass() {
    Optional<String> named =
        optionalText(json, "cpu_class").or(() -> optionalText(environment(), "cpu_class"));
    return named.map(this::known);
  }

  private HardwareClass known(String id) {
    return HardwareClass.named(id)
        .orElseThrow(() -> new IllegalArgumentException(name + ": unknown cpu_class " + id));
  }

  /** A list that must be there, with something in it. */
  JsonNode list(String field) {
    JsonNode list = json.path(field);
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(name + ": the list " + field + " is missing or empty");
    }
    return list;
  }

  /** A text that must be there. */
  String text(JsonNode in, String field) {
    return optionalText(in, field)
        .orElseThrow(
            () -> new IllegalArgumentException(name + ": the text " + field + " is missing"));
  }

  /** A number above 0 that must be there. */
  double number(JsonNode in, String field) {
    return optionalNumber(in, field)
        .orElseThrow(
            () -> new IllegalArgumentException(name + ": the number " + field + " is missing"));
  }

  static Optional<String> optionalText(JsonNode in, String field) {
    return Optional.of(in.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  /** Numbers of measurements are above 0: 0 stands for what was not measured. */
  static OptionalDouble optionalNumber(JsonNode in, String field) {
    double number = in.path(field).asDouble(0);
    return number > 0 ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
