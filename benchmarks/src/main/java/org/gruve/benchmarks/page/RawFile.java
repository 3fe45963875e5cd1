package org.gruve.benchmarks.page;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
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

  /** What the file says of its machine under the first of these names that it has. */
  Optional<String> machine(String... names) {
    return Stream.of(names)
        .flatMap(name -> places().flatMap(place -> optionalText(place, name).stream()))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** As {@link #machine}, a number above 0. */
  OptionalDouble machineNumber(String... names) {
    return Stream.of(names)
        .flatMapToDouble(
            name -> places().flatMapToDouble(place -> optionalNumber(place, name).stream()))
        .findFirst();
  }

  /** Gruve's own JSON has at the top what other files have under environment. */
  private Stream<JsonNode> places() {
    return Stream.of(json.path("environment"), json);
  }

  String cpu() {
    return machine("cpu")
        .orElseThrow(() -> new IllegalArgumentException(name + ": the text cpu is missing"));
  }

  /**
   * Whether it says how fast one CPU was. A run tells of each of its devices by itself, and what
   * was only counted says nothing.
   */
  boolean isTimed() {
    return !kind().equals("run") && !isCounted();
  }

  /** Whether its instructions were counted only, and nothing was run. */
  boolean isCounted() {
    return kind().equals("tricks")
        && json.path("steps")
            .valueStream()
            .noneMatch(step -> step.has("cycles_per_hash") || step.has("hashrate_hs"));
  }

  /** The class of the CPU, where the file tells. */
  Optional<HardwareClass> cpuClass() {
    return machine("cpu_class").map(this::known).or(this::guessed);
  }

  /**
   * Without a class, what follows from flags, from the architecture, or from a kernel that runs
   * only where vectors have 512 bits.
   */
  private Optional<HardwareClass> guessed() {
    Set<String> flags = Set.of(machine("cpu_flags").orElse("").strip().split("\\s+"));
    boolean known = flags.size() > 1;
    return HardwareClass.ofCpu(machine("arch").orElse(""), known ? flags : Set.of())
        .or(() -> runs512() ? Optional.of(HardwareClass.AVX512) : Optional.empty());
  }

  private boolean runs512() {
    return json.path("devices")
        .valueStream()
        .anyMatch(device -> device.path("kernel").asString("").equals("vector-512"));
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
