package org.gruve.pool;

import io.netty.channel.Channel;
import java.time.Duration;
import org.gruve.stratum.v1.Ending;
import org.jspecify.annotations.Nullable;

/**
 * The way to a pool: dials, pauses, and turns to the next account as {@link Failover} says, until a
 * connection stands. Confined to the event loop.
 */
final class Route {
  /** Where the way leads. */
  interface Traveller {
    /** A connection to the current account stands. */
    void arrived(PoolUrl url, Channel channel);

    /** There is no way; the user has been told. */
    void stranded();
  }

  private final PoolLoop loop;
  private final Names names;
  private final Failover failover;
  private final PoolEvents events;
  private final Traveller traveller;
  private Timers.@Nullable Scheduled pause;
  private @Nullable Dial dial;
  private boolean closed;

  Route(PoolLoop loop, Names names, Failover failover, PoolEvents events, Traveller traveller) {
    this.loop = loop;
    this.names = names;
    this.failover = failover;
    this.events = events;
    this.traveller = traveller;
  }

  /** Sets out to the first account. */
  void begin() {
    dial(account().url());
  }

  /** The account in use, or tried last. */
  PoolAccount account() {
    return failover.current().account();
  }

  private void dial(PoolUrl url) {
    if (closed) {
      return;
    }
    events.on(new PoolEvent.Connecting(account()));
    dial = new Dial(url.endpoint(), account().way(), loop, new Answer(url));
    dial.start(names);
  }

  private final class Answer implements Dial.Caller {
    private final PoolUrl url;

    Answer(PoolUrl url) {
      this.url = url;
    }

    @Override
    public void connected(Channel channel, String description) {
      traveller.arrived(url, channel);
    }

    @Override
    public void failed(String reason) {
      lost(new Ending.Retry(reason));
    }
  }

  /** The connection failed or ended: finds a new one, by the same path as the first. */
  void lost(Ending why) {
    if (closed) {
      return;
    }
    if (why instanceof Ending.Reconnect request
        && failover.current().redirects().mayFollow(loop.timers().nanoTime())) {
      redirected(request);
      return;
    }
    PoolAccount account = account();
    switch (failover.failed(why, loop.timers().nanoTime())) {
      case Failover.Step.Try(Seat next, Duration delay) -> {
        dialAfter(delay, next.account().url());
        events.on(new PoolEvent.Lost(account, why.reason(), delay));
      }
      case Failover.Step.GiveUp(String reason) -> {
        traveller.stranded();
        events.on(new PoolEvent.GaveUp(reason));
      }
    }
  }

  /** Goes where the pool wants us, which the session has judged, for the next connection only. */
  private void redirected(Ending.Reconnect request) {
    PoolAccount account = account();
    String host = request.host().isEmpty() ? account.url().host() : request.host();
    int port = request.port() == 0 ? account.url().port() : request.port();
    Duration wait = Duration.ofSeconds(request.waitSeconds());
    dialAfter(wait, new PoolUrl(host, port, account.url().secure()));
    events.on(new PoolEvent.Lost(account, request.reason(), wait));
  }

  private void dialAfter(Duration delay, PoolUrl url) {
    if (delay.isZero()) {
      loop.eventLoop().execute(() -> dial(url));
    } else {
      pause = loop.timers().after(delay, () -> dial(url));
    }
  }

  /** Goes nowhere any more. */
  void close() {
    closed = true;
    if (pause != null) {
      pause.cancel();
    }
    if (dial != null) {
      dial.cancel();
    }
  }
}
