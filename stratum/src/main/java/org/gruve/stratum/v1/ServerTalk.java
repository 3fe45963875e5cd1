package org.gruve.stratum.v1;

import org.gruve.stratum.PoolText;

/** What a server says beside jobs and answers. */
final class ServerTalk {
  private static final int MAX_MALFORMED_IN_A_ROW = 10;

  private final ClientSettings settings;
  private final Terms terms;
  private final JobIntake intake;
  private final ClientLink link;
  private final TokenBucket messages = new TokenBucket(1000, 5000);
  private final TokenBucket shown = new TokenBucket(0.1, 1);
  private int malformed;

  ServerTalk(ClientSettings settings, Terms terms, JobIntake intake, ClientLink link) {
    this.settings = settings;
    this.terms = terms;
    this.intake = intake;
    this.link = link;
  }

  /** False, and the end, for a server that says more than anyone should. */
  boolean mayListen(long now) {
    if (messages.take(now)) {
      return true;
    }
    link.close(new Ending.Retry("The pool sends more than 1000 messages a second."));
    return false;
  }

  void understood() {
    malformed = 0;
  }

  void heard(Message message, long now) {
    switch (message) {
      case Malformed bad -> malformed(bad, now);
      case Message.Unreadable end -> unreadable(end);
      case Message.Request request -> {
        understood();
        request(request, now);
      }
      case Message.Response _ -> understood();
    }
  }

  private void malformed(Malformed bad, long now) {
    if (bad.method().equals("mining.notify")) {
      intake.bad(bad.reason(), now);
    } else if (++malformed >= MAX_MALFORMED_IN_A_ROW) {
      link.close(
          new Ending.Retry(
              "The pool sent 10 unreadable lines in a row; of the last: " + bad.reason() + "."));
    } else {
      link.oddity("Of the pool, " + bad.reason() + "; ignored.", now);
    }
  }

  private void unreadable(Message.Unreadable end) {
    link.close(
        end.foreign() ? new Ending.NotStratum(end.reason()) : new Ending.Retry(end.reason()));
  }

  private void request(Message.Request request, long now) {
    switch (request) {
      case Message.SetDifficulty m -> terms.difficulty(m.difficulty());
      case Message.SetTarget m -> terms.target(m.target());
      case Message.SetExtranonce m -> terms.extranonce(m.extranonce1(), m.extranonce2Size());
      case Message.SetVersionMask m -> mask(m.mask(), now);
      case Message.Reconnect m -> reconnect(m, now);
      case Message.ShowMessage m -> show(m, now);
      case Message.GetVersion m -> reply(m.id(), new Result.Text(settings.userAgent()));
      case Message.Ping m -> reply(m.id(), new Result.Text("pong"));
      default -> {
        // Unknown methods, and those that only clients call, are ignored (docs/stratum-v1.md, 3).
      }
    }
  }

  private void mask(int mask, long now) {
    int before = terms.mask();
    terms.mask(mask);
    if (terms.mask() != before) {
      intake.reissue(now);
    }
  }

  private void reconnect(Message.Reconnect asked, long now) {
    switch (new ReconnectPolicy(settings.host(), settings.otherHosts()).judge(asked)) {
      case ReconnectPolicy.Judgement.Stay(String why) -> link.oddity(why, now);
      case ReconnectPolicy.Judgement.Leave(Ending ending) -> link.close(ending);
    }
  }

  private void show(Message.ShowMessage message, long now) {
    reply(message.id(), new Result.Flag(true));
    if (shown.take(now)) {
      link.tell(new SessionNotice.PoolMessage(PoolText.clean(message.text())));
    }
  }

  private void reply(Id id, Result result) {
    if (id.asks()) {
      link.send(new Message.Response(id, result, null));
    }
  }
}
