package org.gruve.pool;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.stratum.v1.ClientSettings;
import org.gruve.stratum.v1.Ending;
import org.gruve.stratum.v1.SessionNotice;
import org.jspecify.annotations.Nullable;

/**
 * One pool: keeps a session alive, comes back after every loss by the same full handshake, and
 * brings shares to it or accounts for them. Confined to the event loop.
 */
final class StratumUpstream implements Upstream, ConnectionOwner, Redial.Caller {
  /** BIP320's bits: 16 are ample, and all pools agree on them (docs/stratum-v1.md, 4). */
  private static final int VERSION_MASK = 0x1fffe000;

  private final PoolAccount account;
  private final Site site;
  private final Timers timers;
  private final UpstreamOwner owner;
  private final Seat seat = new Seat();
  private final Breaker breaker;
  private final Redirection redirection;
  private final Redial redial;
  private final Suggestion suggestion;
  private final PayoutGate payout;
  private final LostShares lostShares;
  private WorkDoor door;
  private @Nullable Connection connection;
  private Timers.@Nullable Scheduled patienceEnd;
  private boolean engaged;
  private boolean hadJob;

  StratumUpstream(PoolAccount account, Site site) {
    this.account = account;
    this.site = site;
    this.timers = site.loop().timers();
    this.owner = site.owner();
    this.breaker = new Breaker(new Backoff(site.outside().random()));
    this.redirection = new Redirection(account, site.outside().names());
    this.redial = new Redial(account.way(), site.loop(), this);
    this.suggestion = new Suggestion(site.settings());
    this.payout =
        PayoutGate.of(
            site.settings().payout(), text -> owner.tell(new PoolEvent.Said(account, text)));
    this.lostShares = new LostShares(timers, this::result);
    this.door = newDoor();
  }

  private WorkDoor newDoor() {
    return new WorkDoor(new OwnersWorkers(this, owner), timers);
  }

  @Override
  public PoolAccount account() {
    return account;
  }

  @Override
  public void engage() {
    if (!engaged) {
      engaged = true;
      door = newDoor();
      redial.after(Duration.ZERO, account.url(), site.outside().names());
    }
  }

  @Override
  public void dialling() {
    owner.tell(new PoolEvent.Connecting(account));
  }

  @Override
  public void arrived(PoolUrl url, Channel channel, String description) {
    Connection opened = new Connection(url, channel, timers, introduction(), this);
    connection = opened;
    hadJob = false;
    redirection.arrived(channel);
    owner.tell(new PoolEvent.Connected(account, description));
    opened.session().hashrate(suggestion.hashrate());
    opened.begin();
  }

  private ClientSettings introduction() {
    return new ClientSettings(
        account.user(),
        PasswordToken.resolve(account.password(), suggestion.fitting()),
        site.settings().userAgent(),
        VERSION_MASK,
        suggestion.forNewSession(timers.nanoTime()),
        seat.resume(),
        seat.configure(),
        account.url().host(),
        site.settings().reconnectHosts());
  }

  @Override
  public void job(Job job) {
    Optional<String> refusal = payout.refusal(job);
    if (refusal.isPresent()) {
      leave(refusal.get());
      return;
    }
    resumeWithFirst();
    breaker.jobCame(timers.nanoTime());
    seat.jobCame();
    door.assign(job);
  }

  /** The first job tells which job ids the pool has given another meaning meanwhile. */
  private void resumeWithFirst() {
    Connection live = connection;
    if (!hadJob && live != null) {
      hadJob = true;
      lostShares.resume(live.session(), timers.nanoTime());
    }
  }

  private void leave(String reason) {
    Connection live = connection;
    if (live != null) {
      live.close(new Ending.Leave(reason));
    }
  }

  @Override
  public void tell(SessionNotice notice) {
    Connection live = connection;
    if (live != null && notice instanceof SessionNotice.Subscribed subscribed) {
      seat.subscribed(subscribed.sessionId());
      lostShares.subscribed(live.session());
    }
    owner.tell(new PoolEvent.Notice(account, notice));
  }

  /** Sends a share to the session that made its job; where that is gone, keeps it for the next. */
  @Override
  public void submit(Share share) {
    Connection live = connection;
    if (live != null && live.takes(share.job())) {
      door.sending(share);
      live.submit(share);
      door.sent(share);
    } else if (!lostShares.keep(share)) {
      result(new ShareResult(share, Outcome.STALE, "found for a lost session", 0));
    }
  }

  @Override
  public void result(ShareResult result) {
    door.answered(result);
    if (result.outcome() == Outcome.ACCEPTED) {
      breaker.shareAccepted();
    }
    owner.result(this, result);
  }

  @Override
  public void measured(double hashesPerSecond) {
    suggestion.measured(hashesPerSecond);
    Connection live = connection;
    if (live == null) {
      return;
    }
    live.session().hashrate(suggestion.hashrate());
    Difficulty wanted = suggestion.again(timers.nanoTime());
    if (wanted != null) {
      live.session().suggest(wanted);
    }
  }

  @Override
  public void parting() {
    door.park();
  }

  @Override
  public void left(List<Share> unanswered) {
    Connection gone = connection;
    if (gone != null) {
      lostShares.lost(gone.session(), hadJob, unanswered);
    }
  }

  @Override
  public void ended(Ending why) {
    connection = null;
    if (engaged) {
      lost(why);
    } else {
      lostShares.giveUp();
      free();
    }
  }

  @Override
  public void unreachable(String reason) {
    lost(new Ending.Retry(reason));
  }

  private void lost(Ending why) {
    long now = timers.nanoTime();
    seat.ended(why);
    if (why instanceof Ending.Leave) {
      lostShares.giveUp();
    }
    if (why instanceof Ending.Reconnect request
        && !breaker.isOpen()
        && redirection.mayFollow(request, now)) {
      breaker.ended(now);
      Duration wait = Duration.ofSeconds(request.waitSeconds());
      redial.after(wait, redirection.url(request), redirection.names(request));
      owner.failed(this, request.reason(), wait, false);
      return;
    }
    Duration pause = breaker.failed(why, now);
    redial.after(pause, account.url(), site.outside().names());
    owner.failed(this, why.reason(), pause, Breaker.isHopeless(why));
  }

  @Override
  public void release(Duration patience) {
    if (engaged) {
      engaged = false;
      patienceEnd = timers.after(patience, this::end);
      redial.cancel();
      door.shut();
      progressed();
    }
  }

  /** Released, it ends when all is answered. */
  @Override
  public void progressed() {
    if (patienceEnd != null && (connection == null || connection.session().pending() == 0)) {
      end();
    }
  }

  /** Where nothing is open any more, the owner is told. */
  private void end() {
    lostShares.giveUp();
    if (connection != null) {
      connection.end("mining has ended");
    } else {
      free();
    }
  }

  private void free() {
    if (patienceEnd != null) {
      patienceEnd.cancel();
      patienceEnd = null;
      owner.released(this);
    }
  }

  @Override
  public void close() {
    engaged = false;
    redial.cancel();
    door.shut();
    end();
  }
}
