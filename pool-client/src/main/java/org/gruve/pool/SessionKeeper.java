package org.gruve.pool;

import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
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

/** Keeps one session alive, and brings shares to it or accounts for them. Loop-confined. */
final class SessionKeeper implements ConnectionOwner, Route.Traveller {
  /** BIP320's bits: 16 are ample, and all pools agree on them (docs/stratum-v1.md, 4). */
  private static final int VERSION_MASK = 0x1fffe000;

  private final PoolLoop loop;
  private final PoolEvents events;
  private final String userAgent;
  private final WorkDoor door;
  private final Failover failover;
  private final Route route;
  private final Suggestion suggestion;
  private final Map<JobOrigin, PoolAccount> origins = new WeakHashMap<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private @Nullable Connection connection;
  private Timers.@Nullable Scheduled patienceEnd;
  private boolean stopping;

  SessionKeeper(
      PoolSettings settings, PoolLoop loop, WorkDoor door, PoolEvents events, Outside outside) {
    this.loop = loop;
    this.events = events;
    this.userAgent = settings.userAgent();
    this.door = door;
    this.failover = new Failover(settings, new Backoff(outside.random()));
    this.route = new Route(loop, outside.names(), failover, events, this);
    this.suggestion = new Suggestion(settings);
  }

  void start() {
    route.begin();
  }

  @Override
  public void arrived(PoolUrl url, Channel channel) {
    PoolAccount account = route.account();
    Connection opened = new Connection(url, channel, loop.timers(), introduction(), this);
    connection = opened;
    origins.put(opened.session(), account);
    String address = NetUtil.toSocketAddressString((InetSocketAddress) channel.remoteAddress());
    events.on(new PoolEvent.Connected(account, address));
    opened.session().hashrate(suggestion.hashrate());
    opened.begin();
  }

  private ClientSettings introduction() {
    Seat seat = failover.current();
    return new ClientSettings(
        seat.account().user(),
        seat.account().password(),
        userAgent,
        VERSION_MASK,
        suggestion.forNewSession(loop.timers().nanoTime()),
        seat.resume(),
        seat.configure(),
        seat.account().url().host());
  }

  @Override
  public void job(Job job) {
    failover.jobCame(loop.timers().nanoTime());
    door.assign(job);
    events.on(new PoolEvent.NewJob(route.account(), job));
  }

  @Override
  public void tell(SessionNotice notice) {
    if (notice instanceof SessionNotice.Subscribed subscribed) {
      failover.current().subscribed(subscribed.sessionId());
    }
    events.on(new PoolEvent.Notice(route.account(), notice));
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
    if (result.outcome() == Outcome.ACCEPTED) {
      failover.shareAccepted();
    }
    PoolAccount account = origins.getOrDefault(result.share().job().origin(), route.account());
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
    if (stopping) {
      finished.countDown();
    } else {
      route.lost(why);
    }
  }

  @Override
  public void stranded() {
    stopping = true;
    finished.countDown();
  }

  /** Parks the workers, and ends when all that was sent is answered, or after the patience. */
  void stop(Duration patience) {
    if (!stopping) {
      stopping = true;
      patienceEnd = loop.timers().after(patience, this::close);
      door.shut();
      route.close();
      progressed();
    }
  }

  @Override
  public void progressed() {
    if (stopping && (connection == null || connection.session().pending() == 0)) {
      close();
    }
  }

  /** Ends at once; what is unanswered ends as such. */
  void close() {
    stopping = true;
    if (patienceEnd != null) {
      patienceEnd.cancel();
    }
    try {
      door.shut();
      route.close();
      if (connection != null) {
        connection.end("mining has ended");
      }
    } finally {
      finished.countDown();
    }
  }

  /** Reaches zero when all is over. */
  CountDownLatch finished() {
    return finished;
  }
}
