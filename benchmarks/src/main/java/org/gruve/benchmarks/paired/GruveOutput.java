package org.gruve.benchmarks.paired;

import java.util.ArrayList;
import java.util.List;
import org.gruve.benchmarks.RawJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** Reads what {@code gruve benchmark --json} printed. */
final class GruveOutput {
  private GruveOutput() {}

  /** The last object that has devices, which must be one. */
  static GruveRun run(Command.Output output) throws PairedException {
    JsonNode run =
        values(output.out()).stream()
            .filter(value -> value.path("devices").isArray())
            .reduce((_, later) -> later)
            .orElseThrow(() -> PairedException.failed("gruve printed no JSON object with devices"));
    JsonNode devices = run.path("devices");
    if (devices.size() != 1) {
      throw PairedException.failed(
          "gruve measured " + devices.size() + " devices: choose one with --gruve \"-d cpu\"");
    }
    return new GruveRun(run.path("commit").asString("unknown"), checked(devices.get(0)));
  }

  private static JsonNode checked(JsonNode device) throws PairedException {
    if (device.path("hashrate_hs").asDouble(0) <= 0) {
      throw PairedException.failed("gruve's JSON has no rate (devices[0].hashrate_hs)");
    }
    int expected = device.path("golden_expected").asInt(0);
    int found = device.path("golden_found").asInt(0);
    if (expected == 0 || found != expected) {
      throw PairedException.failed(
          "gruve found %d of %d golden nonces: its rate counts for nothing"
              .formatted(found, expected));
    }
    return device;
  }

  private static List<JsonNode> values(String text) throws PairedException {
    List<JsonNode> values = new ArrayList<>();
    try (MappingIterator<JsonNode> all =
        RawJson.MAPPER.readerFor(JsonNode.class).readValues(text)) {
      all.forEachRemaining(values::add);
      return values;
    } catch (JacksonException e) {
      throw PairedException.failed("gruve printed something that is not JSON");
    }
  }
}
