package org.gruve.stratum.v1;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.stratum.PoolText;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of one Stratum V1 connection: a state machine without IO, clock or threads,
 * confined to one thread. It never throws on anything that a client says.
 */
public final class ServerSession {
  private static final int MAX_USERS = 64;
  private static final int MAX_MALFORMED_IN_A_ROW = 10;

  private final ServerSettings settings;
  private final ServerLink link;
  private final ServerTerms terms;
  private final ServerJobs jobs = new ServerJobs();
  private final Set<String> users = new HashSet<>();
  private final SubmitCheck check;
  private final TokenBucket messages = new TokenBucket(1000, 5000);
  private String sessionId;
  private boolean subscribed;
  private boolean ready;
  private @Nullable Difficulty told;
  private int malformed;
  private long lastHeard;

  /** A session that has not been spoken to. */
  public ServerSession(ServerSettings settings, ServerOutput output) {
    this.settings = settings;
    this.sessionId = settings.sessionId();
    this.link = new ServerLink(output);
    this.terms = new ServerTerms(settings);
    this.check = new SubmitCheck(terms, jobs, users);
  }

  /** A line came. */
  public void received(Message message, long now) {
    if (link.isClosed()) {
      return;
    }
    lastHeard = now;
    if (!messages.take(now)) {
      link.close("The client sends more than 1000 messages a second.");
      return;
    }
    switch (message) {
      case Malformed bad -> malformed(bad);
      case Message.Unreadable end -> link.close(end.reason());
      case Message.Response _ -> malformed = 0;
      case Message.Request request -> {
        malformed = 0;
        request(request, now);
      }
    }
  }

  private void malformed(Malformed bad) {
    link.refuse(bad.id(), Refusal.OTHER, PoolText.clean(bad.reason(), 120));
    if (++malformed >= MAX_MALFORMED_IN_A_ROW) {
      link.close(
          "The client sent 10 unreadable lines in a row; of the last: " + bad.reason() + ".");
    }
  }

  private void request(Message.Request request, long now) {
    switch (request) {
      case Message.Subscribe m -> subscribe(m);
      case Message.Authorize m -> authorize(m);
      case Message.Configure m -> configure(m);
      case Message.Submit m -> submit(m, now);
      case Message.ExtranonceSubscribe m ->
          link.reply(m.id(), new Result.Flag(terms.followExtranonce()));
      case Message.SuggestDifficulty m -> suggested(m.id(), m.difficulty());
      case Message.SuggestTarget m ->
          suggested(m.id(), new Difficulty(BigDecimal.valueOf(Difficulty.of(m.target()))));
      case Message.Ping m -> link.reply(m.id(), new Result.Text("pong"));
      default -> link.refuse(request.id(), Refusal.OTHER, "Not supported.");
    }
  }

  private void configure(Message.Configure request) {
    link.reply(request.id(), terms.configure(request));
    difficulty(terms.difficulty());
  }

  private void subscribe(Message.Subscribe request) {
    if (!subscribed && request.resume() != null) {
      resume(request.resume());
    }
    subscribed = true;
    Extranonce extranonce = terms.extranonce();
    link.reply(
        request.id(),
        new Result.Subscription(sessionId, extranonce.extranonce1(), extranonce.extranonce2Size()));
    greet();
  }

  private void resume(String earlier) {
    link.output()
        .resume(earlier)
        .ifPresent(
            extranonce1 -> {
              sessionId = earlier;
              terms.extranonce(extranonce1, settings.extranonce2Size());
            });
  }

  private void authorize(Message.Authorize request) {
    boolean may =
        (users.size() < MAX_USERS || users.contains(request.user()))
            && link.output().authorize(request.user(), request.password());
    if (!may) {
      link.refuse(request.id(), Refusal.UNAUTHORIZED, "Unauthorized worker");
      return;
    }
    users.add(request.user());
    link.yes(request.id());
    greet();
  }

  private void greet() {
    if (subscribed && !users.isEmpty() && !ready) {
      ready = true;
      link.output().ready();
    }
  }

  private void suggested(Id id, Difficulty difficulty) {
    link.yes(id);
    link.output().suggested(difficulty);
  }

  private void submit(Message.Submit request, long now) {
    if (!subscribed) {
      link.refuse(request.id(), Refusal.NOT_SUBSCRIBED, "Not subscribed");
      return;
    }
    switch (check.check(request, now)) {
      case SubmitCheck.Outcome.Wrong(Refusal refusal, String message) ->
          link.refuse(request.id(), refusal, message);
      case SubmitCheck.Outcome.Formed(SubmittedShare share) -> judged(request.id(), share);
    }
  }

  private void judged(Id id, SubmittedShare share) {
    switch (link.output().judge(share)) {
      case ShareVerdict.Accepted _ -> link.yes(id);
      case ShareVerdict.Refused(int code, String message) -> link.refuse(id, code, message);
    }
  }

  /**
   * Sends a job, bound to the difficulty in force; a clean one makes all before it stale. Nothing
   * is sent to a client that is not {@link ServerOutput#ready() ready}.
   */
  public void job(ServerJob job) {
    if (!ready) {
      return;
    }
    tellDifficulty();
    jobs.add(new ServerJobs.Sent(job, terms.extranonce(), terms.difficulty().target(), lastHeard));
    link.send(
        new Message.Notify(
            Id.NONE,
            JobId.of(job.id()),
            job.header().prevHash(),
            job.coinb1(),
            job.coinb2(),
            job.branch(),
            job.header().version(),
            job.header().nbits(),
            job.header().time(),
            job.clean()));
  }

  /**
   * Sets the difficulty, which counts from the next job; never below the minimum that the client
   * configured. Told at once to a client that has subscribed, to others with their first job.
   */
  public void difficulty(Difficulty difficulty) {
    terms.difficulty(difficulty);
    if (subscribed) {
      tellDifficulty();
    }
  }

  private void tellDifficulty() {
    if (!terms.difficulty().equals(told)) {
      told = terms.difficulty();
      link.send(new Message.SetDifficulty(Id.NONE, terms.difficulty()));
    }
  }

  /** Changes the extranonce from the next job on; false where the client never asked for it. */
  public boolean extranonce(Bytes extranonce1, int extranonce2Size) {
    if (!terms.followsExtranonce()) {
      return false;
    }
    terms.extranonce(extranonce1, extranonce2Size);
    if (subscribed) {
      link.send(new Message.SetExtranonce(Id.NONE, extranonce1, extranonce2Size));
    }
    return true;
  }

  /** Changes the version mask at once, for jobs in flight too. */
  public void versionMask(int mask) {
    terms.mask(mask);
    if (terms.rolling()) {
      link.send(new Message.SetVersionMask(Id.NONE, terms.mask()));
    }
  }

  /** Asks the client to come back, at the same place where host is empty. */
  public void reconnect(String host, int port, int waitSeconds) {
    link.send(new Message.Reconnect(Id.NONE, host, port, waitSeconds));
  }

  /** Shows the client's user a text. */
  public void showMessage(String text) {
    link.send(new Message.ShowMessage(Id.NONE, text));
  }
}
