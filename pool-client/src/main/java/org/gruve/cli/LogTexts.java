package org.gruve.cli;

import java.util.OptionalInt;
import org.gruve.core.block.Difficulty;
import org.gruve.core.mine.EffectiveRate;
import org.gruve.core.mine.Ledger;
import org.gruve.core.mine.Odds;
import org.gruve.core.work.ShareResult;
import org.gruve.kernels.telemetry.Quantity;
import org.gruve.kernels.telemetry.Readings;

/**
 * The words of a log's lines.
 *
 * @param style paints the word that matters
 */
record LogTexts(Style style) {
  String started(RunEvent.Started started) {
    String names =
        String.join(", ", started.devices().stream().map(device -> device.id()).toList());
    // The JVM is still cold in the self-test: the true rate can be ten times as high.
    return "mining on "
        + names
        + ", "
        + Figures.rate(started.hashrate())
        + " in the self-test; the speed once warm follows";
  }

  static String job(RunEvent.JobCame came) {
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

  String share(ShareResult result, Ledger.Totals totals) {
    String counts = "(" + totals.accepted() + "/" + (totals.rejected() + totals.stale()) + ")";
    String diff = " diff " + Figures.count(Difficulty.of(result.share().job().shareTarget()));
    String latency = " (" + Figures.latency(result.latencyNanos()) + ")";
    String reason = result.reason().isEmpty() ? "" : " \"" + result.reason() + "\"";
    return switch (result.outcome()) {
      case ACCEPTED -> style.good("accepted") + " " + counts + diff + latency;
      case REJECTED -> style.bad("rejected") + " " + counts + diff + reason + latency;
      case STALE -> stale(result, counts + diff, reason + " stale" + latency);
      case UNANSWERED -> style.bad("unanswered") + " " + counts + diff + reason + latency;
    };
  }

  /** What was never sent has no answer to wait for: nobody rejected it, so it is told calmly. */
  private String stale(ShareResult result, String figures, String answer) {
    return wasNeverSent(result)
        ? style.faint("stale " + figures + " " + result.reason())
        : style.bad("rejected") + " " + figures + answer;
  }

  /** Whether it was stale before it could be sent. */
  static boolean wasNeverSent(ShareResult result) {
    return result.outcome() == ShareResult.Outcome.STALE && result.latencyNanos() == 0;
  }

  String block(RunEvent.BlockFound block) {
    return style.strong("block found")
        + height(block.height())
        + " "
        + block.share().hash().display();
  }

  static String effective(EffectiveRate rate) {
    String interval =
        Double.isFinite(rate.high())
            ? " (95 %: " + Figures.rate(rate.low()) + " to " + Figures.rate(rate.high()) + ")"
            : "";
    return "effective " + Figures.rate(rate.rate()) + interval;
  }

  String trouble(RunEvent.Trouble trouble) {
    String hint = trouble.hint().isEmpty() ? "" : "; " + trouble.hint();
    return style.bad("error") + " " + trouble.message() + hint;
  }

  String warning(RunEvent.Warning warning) {
    String hint = warning.hint().isEmpty() ? "" : "; " + warning.hint();
    return style.bad("warning") + " " + warning.message() + hint;
  }

  static String turned(RunEvent.Turned turned) {
    return "mining for " + turned.pool() + ", " + turned.why();
  }

  static String lost(RunEvent.Lost lost) {
    String again =
        lost.retrySeconds() == 0 ? "at once" : "in " + Figures.elapsed(lost.retrySeconds());
    return lost.pool() + ": " + lost.reason().replaceFirst("\\.$", "") + "; again " + again;
  }

  static String status(String network, RunEvent.Pulse pulse) {
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
        + network
        + "  "
        + Figures.gauge(pulse.speed().temperature(), "°C")
        + "  "
        + Figures.gauge(pulse.speed().watts(), "W")
        + "  "
        + Figures.gauge(pulse.speed().joulesPerGigahash(), "J/GH");
  }

  /** What the sensors of one device say, as far as its driver offers it. */
  static String gauge(String device, Gauge gauge) {
    Readings readings = gauge.readings();
    String throttles = String.join(", ", readings.throttles());
    return device
        + " "
        + Figures.gauge(gauge.temperature(), "°C")
        + ", fan "
        + Figures.gauge(value(readings, Quantity.FAN_PERCENT), "%")
        + ", "
        + Figures.gauge(value(readings, Quantity.SM_CLOCK_MHZ), "MHz")
        + ", "
        + Figures.gauge(gauge.watts(), "W")
        + ", "
        + Figures.gauge(gauge.minute().joulesPerGigahash(), "J/GH")
        + (gauge.resting() ? ", paused" : "")
        + (throttles.isEmpty() ? "" : ", slowed by " + throttles)
        + readings.fault().map(why -> ", " + why).orElse("");
  }

  String paused(RunEvent.Paused event) {
    String since =
        event.temperature().isPresent()
            ? " at " + Figures.gauge(event.temperature().getAsDouble(), "°C")
            : ", since its temperature cannot be read any more";
    return event.device().id()
        + " "
        + style.bad("paused")
        + since
        + ", resumes at "
        + event.limit().resume()
        + " °C";
  }

  String resumed(RunEvent.Resumed event) {
    return event.device().id()
        + " "
        + style.good("resumed")
        + " at "
        + Figures.gauge(event.temperature(), "°C");
  }

  private static double value(Readings readings, Quantity quantity) {
    return readings.of(quantity).orElse(Double.NaN);
  }

  static String backend(ShareResult result) {
    return result.share().device().replaceFirst(":.*", "");
  }

  private static String height(OptionalInt height) {
    return height.isPresent() ? " height " + height.getAsInt() : "";
  }

  static String odds(double blockSeconds) {
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
