package org.gruve.stratum.v1;

import java.util.concurrent.TimeUnit;
import org.gruve.core.work.ShareResult.Outcome;

/**
 * Leaves a pool that refuses share after share. Stale ones soon after a job do not count: they were
 * on their way when it came. One that is accepted begins the count anew.
 */
final class Rejections {
  static final int MOST = 10;
  private static final long SOON = TimeUnit.SECONDS.toNanos(10);

  private int inARow;
  private long lastJob;

  void job(long now) {
    lastJob = now;
  }

  void answered(ShareAnswer answer, long now, ClientLink link) {
    boolean late = answer.outcome() == Outcome.STALE && now - lastJob < SOON;
    switch (answer.outcome()) {
      case ACCEPTED -> inARow = 0;
      case REJECTED, STALE -> inARow += late ? 0 : 1;
      case UNANSWERED -> {}
    }
    if (inARow >= MOST) {
      link.close(
          new Ending.Leave(
              "The pool refused "
                  + MOST
                  + " shares in a row; of the last: "
                  + answer.reason()
                  + "."));
    }
  }
}
