package org.gruve.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What every run has: a place for inputs, a report, and Ctrl-C. */
final class Session implements AutoCloseable {
  private final Inbox inbox = new Inbox();
  private final RunClock clock = RunClock.system();
  private final StatusLine status;
  private final Report report;
  private boolean outputLost;

  Session(Terminal terminal, boolean plain, boolean withJson) {
    Style style = new Style(terminal.colours() && !plain);
    status = new StatusLine(terminal.err(), terminal.redraws(), new WindowWidth(terminal));
    LogLines lines = new LogLines(terminal.err(), style, status, ZoneId.systemDefault());
    List<Report> reports = new ArrayList<>(List.of(new LogReport(lines)));
    if (withJson) {
      reports.add(new JsonReport(terminal.out(), this::loseOutput));
    }
    report = Report.all(reports);
    Signals.onStop(inbox::stop, this::abort);
  }

  Inbox inbox() {
    return inbox;
  }

  RunClock clock() {
    return clock;
  }

  Report report() {
    return report;
  }

  /** Tells a person something that belongs to a network. */
  void note(String network, String tag, String text) {
    tell(network, new RunEvent.Note(tag, text));
  }

  /** Says on a terminal's last line how far something is; nothing when it is over. */
  void progress(String text) {
    status.show(text);
  }

  /** Tells an event that comes from no run. */
  void tell(String network, RunEvent event) {
    report.tell(clock.now(), network, event);
  }

  /** What a run ends with: its own code, unless what it printed for programs was lost. */
  ExitCode exit(ExitCode own) {
    return outputLost ? ExitCode.OTHER : own;
  }

  /** A program that reads us no more wants no more, as with SIGPIPE; a full disk says the same. */
  private void loseOutput() {
    if (!outputLost) {
      outputLost = true;
      note(NetworkName.NONE, "miner", "standard output is closed or full, so this ends here");
      inbox.stop();
    }
  }

  @Override
  public void close() {
    status.close();
  }

  private void abort() {
    status.close();
    SharpExit.end(ExitCode.ABORTED.code());
  }
}
