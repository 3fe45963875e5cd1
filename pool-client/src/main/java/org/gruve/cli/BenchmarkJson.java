package org.gruve.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gruve.kernels.BenchmarkResult;

/**
 * A benchmark for programs: base units, null for what is not known; what the sensors do not tell is
 * left out.
 */
final class BenchmarkJson {
  private static final int SCHEMA = 1;

  private BenchmarkJson() {}

  static JsonObject of(List<BenchmarkResult> results, Platform platform, Instant now) {
    return new JsonObject()
        .put("type", "benchmark")
        .put("schema", SCHEMA)
        .put("date", DateTimeFormatter.ISO_INSTANT.format(now.truncatedTo(ChronoUnit.SECONDS)))
        .put("version", Version.number())
        .put("commit", Version.commit())
        .put("cpu", platform.cpu())
        .put("processors", platform.processors())
        .put("cpu_flags", String.join(" ", platform.cpuFlags()))
        .put("java", platform.java())
        .put("java_vendor", platform.javaVendor())
        .put("system", platform.system())
        .put("arch", platform.arch())
        .put("devices", results.stream().map(BenchmarkJson::device).toList());
  }

  private static JsonObject device(BenchmarkResult result) {
    JsonObject object =
        new JsonObject()
            .put("id", result.device().id())
            .put("name", result.device().name())
            .put("backend", result.device().backend())
            .put("kernel", result.device().kernel())
            .put("kernel_hash", result.kernelHash().isEmpty() ? null : result.kernelHash())
            .put("layout", result.layout().label())
            .put("threads", result.threads());
    rate(object, result);
    sensed(object, result);
    return proof(object, result.proof());
  }

  private static void rate(JsonObject object, BenchmarkResult result) {
    object
        .put("hashrate_hs", result.rate().hashrate())
        .put("hashes", result.rate().hashes())
        .put("seconds", result.rate().seconds())
        .put("rates_hs", result.rate().perSecond())
        .put("warm_up_seconds", result.warmUp().seconds())
        .put("steady", result.warmUp().settled())
        .put("cpu_seconds", result.cost().cpuSeconds())
        .put("clock_hz", result.cost().clockHz())
        .put("cycles_per_hash", result.cyclesPerHash());
  }

  private static void sensed(JsonObject object, BenchmarkResult result) {
    BenchmarkResult.Sensed sensed = result.sensed();
    object
        .putKnown("temperature_c", sensed.hottest())
        .putKnown("power_w", sensed.watts())
        .putKnown("energy_j", sensed.watts() * result.rate().seconds())
        .putKnown("joules_per_gigahash", result.joulesPerGigahash())
        .putKnown("sm_clock_hz", sensed.smClockHz());
  }

  private static JsonObject proof(JsonObject object, BenchmarkResult.Proof proof) {
    return object
        .put("golden_expected", proof.goldenExpected())
        .put("golden_found", proof.goldenFound())
        .put("hits_expected", proof.hitsExpected())
        .put("hits_found", proof.hitsFound())
        .put("failure", proof.failure().isEmpty() ? null : proof.failure());
  }
}
