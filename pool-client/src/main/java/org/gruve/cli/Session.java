package org.gruve.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What every run has: a place for inputs, a report, and Ctrl-C. */
final class Session implements AutoCloseable {
  private final Inbox inbox = new Inbox();
  private final RunClock clock = RunClock.system();
  private final StatusLine status;
  private final LogLines lines;
  private final Report report;

  Session(Terminal terminal, boolean plain, boolean withJson) {
    Style style = new Style(terminal.colours() && !plain);
    status = new StatusLine(terminal.err(), terminal.redraws(), new WindowWidth(terminal));
    lines = new LogLines(terminal.err(), style, status, ZoneId.systemDefault());
    List<Report> reports = new ArrayList<>(List.of(new LogReport(lines)));
    if (withJson) {
      reports.add(new JsonReport(terminal.out()));
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

  LogLines lines() {
    return lines;
  }

  /** Tells a person something that belongs to a network. */
  void note(String network, String tag, String text) {
    report.tell(clock.now(), network, new RunEvent.Note(tag, text));
  }

  @Override
  public void close() {
    status.close();
  }

  private void abort() {
    status.close();
    Runtime.getRuntime().halt(ExitCode.ABORTED.code());
  }
}
