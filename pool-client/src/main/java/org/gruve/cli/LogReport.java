package org.gruve.cli;

import java.time.Duration;
import java.time.Instant;
import org.gruve.core.mine.Ledger;

/** A run in lines that users of other miners know. */
final class LogReport implements Report {
  /** A little less than a minute, so that a tick that comes early is not left out. */
  private static final Duration RATES_EVERY = Duration.ofSeconds(59);

  private final LogLines lines;
  private final LogTexts texts;
  private final LinePace jobPace = new LinePace(3);

  /** A block so easy that many are found at once leaves thousands of shares behind. */
  private final LinePace unsentPace = new LinePace(3);

  private final LinePace troublePace = new LinePace(3);
  private Instant lastRates = Instant.EPOCH;

  LogReport(LogLines lines) {
    this.lines = lines;
    this.texts = new LogTexts(lines.style());
  }

  @Override
  public void tell(Instant at, String network, RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> lines.print(at, network, "miner", texts.started(started));
      case RunEvent.Note note -> lines.print(at, network, note.tag(), note.text());
      case RunEvent.JobCame job ->
          jobPace.pass(at, more -> lines.print(at, network, "net", LogTexts.job(job) + more));
      case RunEvent.ShareEnded share when LogTexts.wasNeverSent(share.result()) ->
          unsentPace.pass(at, more -> share(at, network, share, more));
      case RunEvent.ShareEnded share -> share(at, network, share, "");
      case RunEvent.BlockFound block -> lines.print(at, network, "miner", texts.block(block));
      case RunEvent.Paused paused -> lines.print(at, network, "miner", texts.paused(paused));
      case RunEvent.Resumed resumed -> lines.print(at, network, "miner", texts.resumed(resumed));
      case RunEvent.Rates rates -> rates(at, network, rates);
      case RunEvent.Pulse pulse -> lines.status().show(LogTexts.status(network, pulse));
      case RunEvent.Trouble trouble ->
          troublePace.pass(
              at, more -> lines.print(at, network, "miner", texts.trouble(trouble) + more));
      case RunEvent.Warning warning -> lines.print(at, network, "miner", texts.warning(warning));
      case RunEvent.BlockDelivered block ->
          lines.print(at, network, "net", block.pool() + ": " + block.words());
      case RunEvent.Turned turned -> lines.print(at, network, "net", LogTexts.turned(turned));
      case RunEvent.Lost lost -> lines.print(at, network, "net", LogTexts.lost(lost));
      case RunEvent.Shown shown ->
          shown.lines().forEach(line -> lines.print(at, network, "demo", line));
      case RunEvent.Done done -> done(at, network, done);
      case RunEvent.Summary _ -> {
        // Only for programs: people were told when the run was done.
      }
    }
  }

  private void share(Instant at, String network, RunEvent.ShareEnded share, String more) {
    lines.print(
        at,
        network,
        LogTexts.backend(share.result()),
        texts.share(share.result(), share.totals()) + more);
  }

  private void rates(Instant at, String network, RunEvent.Rates rates) {
    if (!(rates.speed().max() > 0) || lastRates.plus(RATES_EVERY).isAfter(at)) {
      return;
    }
    lastRates = at;
    Speed speed = rates.speed();
    String figures = Figures.rates(speed.tenSeconds(), speed.minute(), speed.quarterHour());
    String max = " max " + Figures.rate(speed.max());
    lines.print(at, network, "miner", "speed 10s/60s/15m " + figures + max);
    lines.print(
        at,
        network,
        "miner",
        LogTexts.effective(speed.effective()) + LogTexts.odds(rates.blockSeconds()));
    speed
        .gauges()
        .forEach((id, gauge) -> lines.print(at, network, "miner", LogTexts.gauge(id, gauge)));
  }

  private void done(Instant at, String network, RunEvent.Done done) {
    Ledger.Totals totals = done.totals();
    Speed speed = done.speed();
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
        "average "
            + Figures.rate(speed.average())
            + ", "
            + LogTexts.effective(speed.effective())
            + ", "
            + Figures.gauge(speed.totalJoulesPerGigahash(), "J/GH"));
  }
}
