package org.gruve.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.gruve.core.block.Difficulty;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.DeviceMeter;
import org.gruve.core.mine.Ledger;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.jspecify.annotations.Nullable;

/** A run as JSON Lines: base units, numbers as numbers, null for what is not known. */
final class JsonReport implements Report {
  private static final int SCHEMA = 1;

  private final PrintStream out;
  private final Runnable onLoss;

  /** Writes to {@code out}, and says when nobody can read it any more. */
  JsonReport(PrintStream out, Runnable onLoss) {
    this.out = out;
    this.onLoss = onLoss;
  }

  @Override
  public void tell(Instant at, String network, RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> print(started(start("started", at, network), started));
      case RunEvent.Note _, RunEvent.Pulse _, RunEvent.Done _ -> {
        // Only for people.
      }
      case RunEvent.JobCame job -> print(job(start("job", at, network), job));
      case RunEvent.ShareEnded share -> print(share(start("share", at, network), share.result()));
      case RunEvent.BlockFound block -> print(block(start("block", at, network), block));
      case RunEvent.Paused paused -> print(paused(start("pause", at, network), paused));
      case RunEvent.Resumed resumed ->
          print(
              start("resume", at, network)
                  .put("device", resumed.device().id())
                  .put("temperature_c", resumed.temperature()));
      case RunEvent.Rates rates -> print(rates(start("hashrate", at, network), rates));
      case RunEvent.Trouble trouble -> print(trouble(start("error", at, network), trouble));
      case RunEvent.Warning warning -> print(warning(start("warning", at, network), warning));
      case RunEvent.BlockDelivered block ->
          print(
              start("block_delivered", at, network)
                  .put("pool", block.pool())
                  .put("height", block.height())
                  .put("hash", block.hash().display())
                  .put("accepted", block.accepted())
                  .put("reason", block.words()));
      case RunEvent.Turned turned ->
          print(
              start("pool_switch", at, network)
                  .put("pool", turned.pool())
                  .put("reason", turned.why()));
      case RunEvent.Lost lost ->
          print(
              start("pool_lost", at, network)
                  .put("pool", lost.pool())
                  .put("reason", lost.reason())
                  .put("retry_s", lost.retrySeconds()));
      case RunEvent.Shown shown -> print(start(shown.type(), at, network).putAll(shown.fields()));
      case RunEvent.Summary summary ->
          print(summary(new JsonObject().put("type", "summary"), at, network, summary));
    }
  }

  private void print(JsonObject object) {
    out.print(object + "\n");
    if (out.checkError()) {
      onLoss.run();
    }
  }

  private static JsonObject start(String type, Instant at, String network) {
    return new JsonObject().put("type", type).put("ts", time(at)).put("network", network);
  }

  private static String time(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static JsonObject started(JsonObject object, RunEvent.Started started) {
    return object
        .put("schema", SCHEMA)
        .put("version", Version.number())
        .put("devices", started.devices().stream().map(JsonReport::device).toList())
        .put("pools", List.copyOf(started.pools()))
        .put("hashrate_hs", started.hashrate());
  }

  private static JsonObject device(DeviceInfo info) {
    return new JsonObject()
        .put("id", info.id())
        .put("backend", info.backend())
        .put("name", info.name())
        .put("kernel", info.kernel());
  }

  private static JsonObject job(JsonObject object, RunEvent.JobCame came) {
    Job job = came.job();
    return object
        .put("id", job.id())
        .put("pool", came.pool())
        .put("difficulty", Difficulty.of(job.shareTarget()))
        .put("target", job.shareTarget().hex())
        .put("nbits", HexFormat.of().toHexDigits(job.header().nbits()))
        .put("height", height(came.height()))
        .put("clean", job.clean())
        .put("version_mask", HexFormat.of().toHexDigits(job.versionMask()))
        .put("expected_share_s", came.shareSeconds())
        .put("expected_block_s", came.blockSeconds());
  }

  private static JsonObject share(JsonObject object, ShareResult result) {
    Share share = result.share();
    return object
        .put("status", result.outcome().name().toLowerCase(Locale.ROOT))
        .put("reason", result.reason().isEmpty() ? null : result.reason())
        .put("device", share.device())
        .put("job", share.job().id())
        .put("difficulty", Difficulty.of(share.job().shareTarget()))
        .put("target", share.job().shareTarget().hex())
        .put("header", HexFormat.of().formatHex(share.header().bytes()))
        .put("latency_ms", result.latencyNanos() / 1e6);
  }

  private static JsonObject block(JsonObject object, RunEvent.BlockFound block) {
    return object
        .put("height", height(block.height()))
        .put("hash", block.share().hash().display())
        .put("header", HexFormat.of().formatHex(block.share().header().bytes()))
        .put("device", block.share().device());
  }

  private static JsonObject rates(JsonObject object, RunEvent.Rates rates) {
    Speed speed = rates.speed();
    return object
        .put("hashrate_hs", speed.average())
        .put("hashrate_10s_hs", speed.tenSeconds())
        .put("hashrate_60s_hs", speed.minute())
        .put("hashrate_15m_hs", speed.quarterHour())
        .put("hashrate_max_hs", speed.max())
        .put("effective_hashrate_hs", speed.effective().rate())
        .put("effective_low_hs", speed.effective().low())
        .put("effective_high_hs", speed.effective().high())
        .put("expected_block_s", rates.blockSeconds())
        .put("hashes", speed.hashes())
        .putKnown("temperature_c", speed.temperature())
        .putKnown("power_w", speed.watts())
        .putKnown("energy_j", speed.joules())
        .putKnown("joules_per_gigahash", speed.joulesPerGigahash())
        .put("devices", speed.devices().stream().map(one -> meter(one, speed.hardware())).toList());
  }

  private static JsonObject paused(JsonObject object, RunEvent.Paused paused) {
    return object
        .put("device", paused.device().id())
        .putKnown("temperature_c", paused.temperature().orElse(Double.NaN))
        .put("limit_c", paused.limit().pause())
        .put("resume_c", paused.limit().resume());
  }

  private static JsonObject meter(DeviceMeter meter, Hardware hardware) {
    JsonObject object =
        new JsonObject()
            .put("id", meter.device().id())
            .put("hashrate_10s_hs", meter.rate10s())
            .put("hashes", meter.hashes())
            .put("errors", meter.errors());
    return hardware.knows(meter) ? object.putAll(GaugeJson.of(hardware.of(meter))) : object;
  }

  private static JsonObject trouble(JsonObject object, RunEvent.Trouble trouble) {
    return object.put("error", remark(trouble.code(), trouble.message(), trouble.hint()));
  }

  private static JsonObject warning(JsonObject object, RunEvent.Warning warning) {
    return object.put("warning", remark(warning.code(), warning.message(), warning.hint()));
  }

  private static JsonObject remark(String code, String message, String hint) {
    return new JsonObject()
        .put("code", code)
        .put("message", message)
        .put("hint", hint.isEmpty() ? null : hint);
  }

  private static JsonObject summary(
      JsonObject object, Instant at, String network, RunEvent.Summary summary) {
    Ledger.Totals totals = summary.totals();
    return object
        .put("ts", time(at))
        .put("schema", SCHEMA)
        .put("network", network)
        .put("seconds", summary.speed().seconds())
        .put("hashes", summary.speed().hashes())
        .put("hashrate_hs", summary.speed().average())
        .put("effective_hashrate_hs", summary.speed().effective().rate())
        .put(
            "shares",
            new JsonObject()
                .put("accepted", totals.accepted())
                .put("rejected", totals.rejected())
                .put("stale", totals.stale())
                .put("unanswered", totals.unanswered()))
        .put("blocks_found", totals.blocks())
        .put("device_errors", summary.speed().errors())
        .putKnown("energy_j", summary.speed().joules())
        .putKnown("joules_per_gigahash", summary.speed().totalJoulesPerGigahash());
  }

  private static @Nullable Integer height(OptionalInt height) {
    return height.isPresent() ? height.getAsInt() : null;
  }
}
