package org.gruve.pool;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.stratum.v1.ClientSettings;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one session alive, on one path that always redoes everything: dial, handshake, job. All of
 * it is confined to the event loop.
 */
final class SessionKeeper implements Connection.Owner {
  /** BIP320's bits: 16 are ample, and all pools agree on them (facts 1.4). */
  private static final int VERSION_MASK = 0x1fffe000;

  private final PoolSettings settings;
  private final PoolLoop loop;
  private final PoolEvents events;
  private final Names names;
  private final WorkDoor door;
  private final Failover failover;
  private final Suggestion suggestion;
  private final Map<JobOrigin, PoolAccount> origins = new WeakHashMap<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private Timers.@Nullable Scheduled pause;
  private @Nullable Dial dial;
  private @Nullable Connection connection;
  private boolean stopping;

  SessionKeeper(
      PoolSettings settings, PoolLoop loop, WorkDoor door, PoolEvents events, Outside outside) {
    this.settings = settings;
    this.loop = loop;
    this.door = door;
    this.events = events;
    this.names = outside.names();
    this.failover = new Failover(settings, new Backoff(outside.random()));
    this.suggestion = new Suggestion(settings);
  }

  void start() {
    dial(failover.current().account().url());
  }

  private void dial(PoolUrl url) {
    if (stopping) {
      return;
    }
    events.on(new PoolEvent.Connecting(failover.current().account()));
    Dial attempt =
        new Dial(
            url,
            loop,
            new Dial.Caller() {
              @Override
              public void connected(Channel channel) {
                open(url, channel);
              }

              @Override
              public void failed(String reason) {
                ended(new Ending.Retry(reason));
              }
            });
    dial = attempt;
    attempt.start(names);
  }

  private void open(PoolUrl url, Channel channel) {
    Seat seat = failover.current();
    Connection opened = new Connection(url, channel, loop.timers(), introduction(seat), this);
    dial = null;
    connection = opened;
    origins.put(opened.session(), seat.account());
    events.on(new PoolEvent.Connected(seat.account(), String.valueOf(channel.remoteAddress())));
    opened.session().hashrate(suggestion.hashrate());
    opened.begin();
  }

  private ClientSettings introduction(Seat seat) {
    return new ClientSettings(
        seat.account().user(),
        seat.account().password(),
        settings.userAgent(),
        VERSION_MASK,
        suggestion.forNewSession(loop.timers().nanoTime()),
        seat.resume(),
        seat.configure(),
        seat.reconnects());
  }

  @Override
  public void job(Job job) {
    failover.jobCame();
    door.assign(job);
    events.on(new PoolEvent.NewJob(failover.current().account(), job));
  }

  @Override
  public void tell(SessionNotice notice) {
    if (notice instanceof SessionNotice.Subscribed subscribed) {
      failover.current().subscribed(subscribed.sessionId());
    }
    events.on(new PoolEvent.Notice(failover.current().account(), notice));
  }

  /** Sends a share to the session that made its job; where that is gone, the share ends here. */
  void submit(Share share) {
    Connection live = connection;
    if (live != null && live.isHomeOf(share.job().origin())) {
      door.sending(share);
      live.submit(share);
      door.sent(share);
    } else if (stopping) {
      endHere(share, Outcome.UNANSWERED, "found after mining had ended");
    } else {
      endHere(share, Outcome.STALE, "found for a lost session");
    }
  }

  /** Gives up a share that came faster than it could be sent. */
  void drop(Share share) {
    endHere(share, Outcome.UNANSWERED, "not sent: too many shares were waiting");
  }

  private void endHere(Share share, Outcome outcome, String reason) {
    result(new ShareResult(share, outcome, reason, 0));
  }

  @Override
  public void result(ShareResult result) {
    door.answered(result);
    JobOrigin origin = result.share().job().origin();
    PoolAccount account = origins.getOrDefault(origin, failover.current().account());
    events.on(new PoolEvent.ShareEnded(account, result));
  }

  /** Notes a measured rate, and asks for another difficulty where that is worth the words. */
  void measured(double hashesPerSecond) {
    suggestion.measured(hashesPerSecond);
    Connection live = connection;
    if (live == null) {
      return;
    }
    live.session().hashrate(suggestion.hashrate());
    Difficulty wanted = suggestion.again(loop.timers().nanoTime());
    if (wanted != null) {
      live.session().suggest(wanted);
    }
  }

  @Override
  public void parting() {
    door.park();
  }

  @Override
  public void ended(Ending why) {
    connection = null;
    dial = null;
    if (stopping) {
      finished.complete(null);
    } else if (why instanceof Ending.Reconnect request) {
      redirected(request);
    } else {
      failed(why);
    }
  }

  private void failed(Ending why) {
    PoolAccount account = failover.current().account();
    switch (failover.failed(why, loop.timers().nanoTime())) {
      case Failover.Step.Try(Seat next, Duration delay) -> {
        dialAfter(delay, next.account().url());
        events.on(new PoolEvent.Lost(account, why.reason(), delay, next.account()));
      }
      case Failover.Step.GiveUp(String reason) -> {
        stopping = true;
        finished.complete(null);
        events.on(new PoolEvent.GaveUp(reason));
      }
    }
  }

  /** Goes where the pool wants us, which the session has judged, for the next connection only. */
  private void redirected(Ending.Reconnect request) {
    PoolAccount account = failover.current().account();
    String host = request.host().isEmpty() ? account.url().host() : request.host();
    int port = request.port() == 0 ? account.url().port() : request.port();
    Duration wait = Duration.ofSeconds(request.waitSeconds());
    dialAfter(wait, new PoolUrl(host, port));
    events.on(new PoolEvent.Lost(account, request.reason(), wait, account));
  }

  private void dialAfter(Duration delay, PoolUrl url) {
    if (delay.isZero()) {
      loop.eventLoop().execute(() -> dial(url));
    } else {
      pause = loop.timers().after(delay, () -> dial(url));
    }
  }

  /** Parks the workers, and ends when all that was sent is answered, or after the patience. */
  void stop(Duration patience) {
    if (stopping) {
      return;
    }
    stopping = true;
    door.shut();
    if (pause != null) {
      pause.cancel();
    }
    if (connection == null) {
      close();
    } else {
      pause = loop.timers().after(patience, this::close);
      progressed();
    }
  }

  @Override
  public void progressed() {
    if (stopping && connection != null && connection.session().pending() == 0) {
      close();
    }
  }

  /** Ends at once; what is unanswered ends as such. */
  void close() {
    stopping = true;
    door.shut();
    if (pause != null) {
      pause.cancel();
    }
    if (dial != null) {
      dial.cancel();
    }
    if (connection != null) {
      connection.end("mining has ended");
    }
    finished.complete(null);
  }

  /** Completes when all is over. */
  CompletableFuture<Void> finished() {
    return finished;
  }
}
