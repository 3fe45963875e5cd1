package org.gruve.benchmarks.paired;

import java.util.List;
import org.gruve.benchmarks.RawJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run of {@code gruve benchmark} said.
 *
 * @param commit of the build that ran; unknown where it does not say
 */
record GruveRun(String commit, JsonNode device) {
  /** What may not change from one round to the next: a median is of one thing. */
  private static final List<String> SAME =
      List.of("id", "name", "backend", "kernel", "kernel_hash", "layout", "threads");

  private static final List<String> CHANGING = List.of("steady", "clock_hz", "cycles_per_hash");

  /** Hashes per second. */
  double rate() {
    return device.path("hashrate_hs").asDouble();
  }

  /** Refuses this run of a round where it is not of what ran in the first. */
  void refuseChange(GruveRun first, int round) throws PairedException {
    refuseChange("commit", first.commit, commit, round);
    for (String field : SAME) {
      refuseChange(field, text(first.device, field), text(device, field), round);
    }
  }

  private static void refuseChange(String field, String first, String now, int round)
      throws PairedException {
    if (!now.equals(first)) {
      throw PairedException.failed(
          "gruve's %s was %s in round 1 and is %s in round %d: compare one at a time"
              .formatted(field, first, now, round));
    }
  }

  private static String text(JsonNode device, String field) {
    return device.path(field).asString("not told");
  }

  /** What all rounds have in common. */
  ObjectNode common() {
    return only(SAME);
  }

  /** What belongs to this run alone, beside its rate. */
  ObjectNode own() {
    return only(CHANGING);
  }

  private ObjectNode only(List<String> fields) {
    ObjectNode some = RawJson.object();
    fields.stream().filter(device::hasNonNull).forEach(name -> some.set(name, device.path(name)));
    return some;
  }
}
