package org.gruve.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gruve.validate.Findings.Broken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Puts the JSON reports of all shards of a chain together to one. */
public final class ChainMerge {
  /** Room for a report: rules and numbers, no blocks. */
  public static final int MOST_BYTES = 4 << 20;

  private static final List<String> SAME =
      List.of("network", "last_height", "last_hash", "work_hex", "has_minimum_work");
  private static final List<String> SUMS =
      List.of("blocks", "stale_blocks", "checked_blocks", "files");

  private final Map<Integer, JsonNode> shards = new TreeMap<>();
  private final Findings findings = new Findings();
  private int count;
  private long blocks;

  private ChainMerge() {}

  /** All reports, in any order, each shard once. */
  public static Result of(List<RawInput> reports) {
    ChainMerge merge = new ChainMerge();
    reports.forEach(merge::add);
    return merge.result();
  }

  private void add(RawInput report) {
    JsonNode json = read(report);
    Shard shard =
        Shard.parse(json.path("shard").asString(""))
            .filter(_ -> json.path("subject").asString("").equals("chain"))
            .orElseThrow(() -> refused(report, "is no report of validate chain --json"));
    JsonNode first = shards.isEmpty() ? json : first();
    if (!shards.isEmpty() && shard.count() != count) {
      throw refused(report, "is of " + shard.count() + " shards, others of " + count);
    }
    for (String field : SAME) {
      if (!json.path(field).equals(first.path(field))) {
        throw refused(report, "has another " + field + " than the others");
      }
    }
    count = shard.count();
    if (shards.put(shard.index(), json) != null) {
      throw refused(report, "is of shard " + shard + ", which was there before");
    }
    findings(json, report);
  }

  private Result result() {
    List<Integer> missing = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      if (!shards.containsKey(index)) {
        missing.add(index);
      }
    }
    if (!missing.isEmpty()) {
      throw InputException.usage(
          "reports of "
              + missing.size()
              + " of "
              + count
              + " shards are missing, the first is "
              + missing.getFirst()
              + "/"
              + count);
    }
    if (HeightSum.upTo(first().path("last_height").asInt(0)) == blocks) {
      findings.checked(ChainCheck.COMPLETE);
    } else {
      findings.unchecked(ChainCheck.COMPLETE, "the shards do not have each block exactly once", 1);
    }
    return new Result("chain", findings, facts());
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    JsonNode first = first();
    for (String field : SAME) {
      JsonNode value = first.path(field);
      if (value.isBoolean()) {
        facts.put(field, value.asBoolean());
      } else if (value.isIntegralNumber()) {
        facts.put(field, value.asLong());
      } else if (value.isString()) {
        facts.put(field, value.asString());
      }
    }
    for (String field : SUMS) {
      facts.put(field, sum(field));
    }
    facts.put("shards", (long) count);
    return facts;
  }

  private JsonNode first() {
    return shards.values().iterator().next();
  }

  private long sum(String field) {
    return shards.values().stream().mapToLong(json -> json.path(field).asLong(0)).sum();
  }

  private void findings(JsonNode json, RawInput report) {
    try {
      Findings found = new Findings();
      json.path("checked").forEach(rule -> found.checked(rule(rule)));
      for (JsonNode gap : json.path("unchecked")) {
        Rule rule = rule(gap);
        long things = gap.path("count").asLong(1);
        found.unchecked(rule, gap.path("why").asString(""), things);
      }
      json.path("assumed").forEach(words -> found.assume(words.asString("")));
      blocks += HeightSum.parse(json.path("blocks_sum").asString(""));
      found.inputs(json.path("inputs").asLong(0), json.path("inputs_verified").asLong(0));
      if (json.path("verdict").asString("").equals("invalid")) {
        found.broken(broken(json));
      }
      findings.add(found);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw refused(report, "has something else where a number belongs").because(e);
    }
  }

  private static Rule rule(JsonNode json) {
    String id = json.path("id").asString("");
    if (!id.matches("a\\d{1,2}\\.\\d{1,2}")) {
      throw new NumberFormatException(id);
    }
    return new Rule(id, json.path("rule").asString(""));
  }

  private static Broken broken(JsonNode json) {
    JsonNode broken = json.path("broken");
    return new Broken(
        rule(broken),
        broken.path("reject_reason").asString(""),
        broken.path("message").asString(""),
        Optional.empty(),
        broken.path("where").asString(""),
        broken.path("order").asLong(0));
  }

  private static JsonNode read(RawInput report) {
    try {
      return JsonInput.tree(report.bytes());
    } catch (JacksonException e) {
      throw JsonInput.malformed(report.name(), e);
    }
  }

  private static InputException refused(RawInput report, String what) {
    return InputException.usage(report.name() + " " + what);
  }
}
