package org.gruve.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.gruve.core.block.Difficulty;
import org.gruve.core.mine.EffectiveRate;
import org.gruve.core.mine.Ledger;
import org.gruve.core.mine.Odds;
import org.gruve.core.work.ShareResult;

/** A run in lines that users of other miners know. */
final class LogReport implements Report {
  /** A little less than a minute, so that a tick that comes early is not left out. */
  private static final Duration RATES_EVERY = Duration.ofSeconds(59);

  private final LogLines lines;
  private final LinePace jobPace = new LinePace(3);
  private final LinePace troublePace = new LinePace(3);
  private Instant lastRates = Instant.EPOCH;

  LogReport(LogLines lines) {
    this.lines = lines;
  }

  @Override
  public void tell(Instant at, String network, RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> lines.print(at, network, "miner", started(started));
      case RunEvent.Note note -> lines.print(at, network, note.tag(), note.text());
      case RunEvent.JobCame job ->
          jobPace.pass(at, more -> lines.print(at, network, "net", job(job) + more));
      case RunEvent.ShareEnded share ->
          lines.print(at, network, backend(share.result()), share(share.result(), share.totals()));
      case RunEvent.BlockFound block -> lines.print(at, network, "miner", block(block));
      case RunEvent.Rates rates -> rates(at, network, rates);
      case RunEvent.Pulse pulse -> lines.status().show(status(network, pulse));
      case RunEvent.Trouble trouble ->
          troublePace.pass(at, more -> lines.print(at, network, "miner", trouble(trouble) + more));
      case RunEvent.Shown shown ->
          shown.lines().forEach(line -> lines.print(at, network, "demo", line));
      case RunEvent.Summary summary -> summary(at, network, summary);
    }
  }

  private String started(RunEvent.Started started) {
    String names =
        String.join(", ", started.devices().stream().map(device -> device.id()).toList());
    return "mining on " + names + ", about " + Figures.rate(started.hashrate());
  }

  private static String job(RunEvent.JobCame came) {
    return "new job "
        + came.job().id()
        + " from "
        + came.pool()
        + " diff "
        + Figures.count(Difficulty.of(came.job().shareTarget()))
        + height(came.height())
        + (Double.isFinite(came.shareSeconds()) ? ", a share in " + about(came.shareSeconds()) : "")
        + odds(came.blockSeconds());
  }

  private String share(ShareResult result, Ledger.Totals totals) {
    String counts = "(" + totals.accepted() + "/" + (totals.rejected() + totals.stale()) + ")";
    String diff = " diff " + Figures.count(Difficulty.of(result.share().job().shareTarget()));
    String latency = " (" + Figures.latency(result.latencyNanos()) + ")";
    String reason = result.reason().isEmpty() ? "" : " \"" + result.reason() + "\"";
    return switch (result.outcome()) {
      case ACCEPTED -> lines.style().good("accepted") + " " + counts + diff + latency;
      case REJECTED -> lines.style().bad("rejected") + " " + counts + diff + reason + latency;
      case STALE ->
          lines.style().bad("rejected") + " " + counts + diff + reason + " stale" + latency;
      case UNANSWERED -> lines.style().bad("unanswered") + " " + counts + diff + reason + latency;
    };
  }

  private String block(RunEvent.BlockFound block) {
    return lines.style().strong("block found")
        + height(block.height())
        + " "
        + block.share().hash().display();
  }

  private static String status(String network, RunEvent.Pulse pulse) {
    Ledger.Totals totals = pulse.totals();
    return Figures.rate(pulse.speed().tenSeconds())
        + "  accepted "
        + totals.accepted()
        + "  rejected "
        + (totals.rejected() + totals.stale())
        + "  blocks "
        + totals.blocks()
        + "  "
        + Figures.elapsed(Math.floor(pulse.speed().seconds()))
        + "  "
        + network;
  }

  private void rates(Instant at, String network, RunEvent.Rates rates) {
    if (rates.speed().hashes() == 0 || lastRates.plus(RATES_EVERY).isAfter(at)) {
      return;
    }
    lastRates = at;
    Speed speed = rates.speed();
    String figures = Figures.rates(speed.tenSeconds(), speed.minute(), speed.quarterHour());
    String max = " max " + Figures.rate(speed.max());
    lines.print(at, network, "miner", "speed 10s/60s/15m " + figures + max);
    lines.print(at, network, "miner", effective(speed.effective()) + odds(rates.blockSeconds()));
  }

  private static String effective(EffectiveRate rate) {
    String interval =
        Double.isFinite(rate.high())
            ? " (95 %: " + Figures.rate(rate.low()) + " to " + Figures.rate(rate.high()) + ")"
            : "";
    return "effective " + Figures.rate(rate.rate()) + interval;
  }

  private String trouble(RunEvent.Trouble trouble) {
    String hint = trouble.hint().isEmpty() ? "" : "; " + trouble.hint();
    return lines.style().bad("error") + " " + trouble.message() + hint;
  }

  private void summary(Instant at, String network, RunEvent.Summary summary) {
    Ledger.Totals totals = summary.totals();
    Speed speed = summary.speed();
    lines.print(
        at,
        network,
        "miner",
        "done after "
            + Figures.elapsed(speed.seconds())
            + ": "
            + totals.accepted()
            + " accepted, "
            + totals.rejected()
            + " rejected, "
            + totals.stale()
            + " stale, "
            + totals.unanswered()
            + " unanswered, "
            + totals.blocks()
            + (totals.blocks() == 1 ? " block, " : " blocks, ")
            + speed.errors()
            + " device errors");
    lines.print(
        at,
        network,
        "miner",
        "average " + Figures.rate(speed.average()) + ", " + effective(speed.effective()));
  }

  private static String backend(ShareResult result) {
    return result.share().device().replaceFirst(":.*", "");
  }

  private static String height(OptionalInt height) {
    return height.isPresent() ? " height " + height.getAsInt() : "";
  }

  private static String odds(double blockSeconds) {
    return Double.isFinite(blockSeconds)
        ? ", one block in " + about(blockSeconds) + " on this network"
        : "";
  }

  /** A mean time in words, with {@code about} where it fits. */
  static String about(double seconds) {
    String words = Odds.inWords(seconds);
    return words.startsWith("under") ? words : "about " + words;
  }
}
