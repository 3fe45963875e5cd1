package org.gruve.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolEvents;

/** Takes the events of several groups: a run has lost its pools only when all groups have. */
final class LastGroup implements PoolEvents {
  private final AtomicInteger left;
  private final Inbox inbox;

  LastGroup(int groups, Inbox inbox) {
    this.left = new AtomicInteger(groups);
    this.inbox = inbox;
  }

  @Override
  public void on(PoolEvent event) {
    if (event instanceof PoolEvent.GaveUp gaveUp && left.decrementAndGet() > 0) {
      inbox.remark("net", gaveUp.reason() + "; the other devices go on");
    } else {
      inbox.on(event);
    }
  }
}
