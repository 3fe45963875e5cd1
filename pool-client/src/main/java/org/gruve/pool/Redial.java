package org.gruve.pool;

import io.netty.channel.Channel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Dials a pool, at once or after a pause; one attempt at a time. Confined to the event loop. */
final class Redial {
  /** Who wants to get there. */
  interface Caller {
    /** An attempt begins. */
    void dialling();

    /** A connection stands, and leads where the description says. */
    void arrived(PoolUrl url, Channel channel, String description);

    /** The attempt failed, for this reason. */
    void unreachable(String reason);
  }

  private final Way way;
  private final PoolLoop loop;
  private final Caller caller;
  private Timers.@Nullable Scheduled pause;
  private @Nullable Dial dial;

  Redial(Way way, PoolLoop loop, Caller caller) {
    this.way = way;
    this.loop = loop;
    this.caller = caller;
  }

  /** Dials after a delay, by the loop in any case: whoever asks finishes first. */
  void after(Duration delay, PoolUrl url, Names names) {
    cancel();
    Dial next = new Dial(url.endpoint(), way, loop, new Answer(url));
    dial = next;
    if (delay.isZero()) {
      loop.eventLoop().execute(() -> begin(next, names));
    } else {
      pause = loop.timers().after(delay, () -> begin(next, names));
    }
  }

  private void begin(Dial next, Names names) {
    if (next.equals(dial)) {
      caller.dialling();
      next.start(names);
    }
  }

  /** Goes nowhere any more. */
  void cancel() {
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
    if (dial != null) {
      dial.cancel();
      dial = null;
    }
  }

  private final class Answer implements Dial.Caller {
    private final PoolUrl url;

    Answer(PoolUrl url) {
      this.url = url;
    }

    @Override
    public void connected(Channel channel, String description) {
      caller.arrived(url, channel, description);
    }

    @Override
    public void failed(String reason) {
      caller.unreachable(reason);
    }
  }
}
