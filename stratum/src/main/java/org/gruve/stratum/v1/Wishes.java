package org.gruve.stratum.v1;

import org.gruve.core.block.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for after the login, without waiting for an answer: many pools give none
 * (docs/stratum-v1.md, 2).
 */
final class Wishes {
  private static final long PATIENCE = 8_000_000_000L;

  private final ClientLink link;
  private @Nullable Difficulty suggested;
  private Id extranonce = Id.NONE;
  private long deadline;
  private boolean live;

  Wishes(@Nullable Difficulty suggested, ClientLink link) {
    this.suggested = suggested;
    this.link = link;
  }

  /** The login stands. */
  void speak(boolean wantsExtranonces, long now) {
    live = true;
    if (suggested != null) {
      suggest(suggested);
    }
    if (wantsExtranonces) {
      extranonce = link.nextId();
      deadline = now + PATIENCE;
      link.send(new Message.ExtranonceSubscribe(extranonce));
    }
  }

  void suggest(Difficulty difficulty) {
    suggested = difficulty;
    if (live) {
      link.send(new Message.SuggestDifficulty(link.nextId(), difficulty));
    }
  }

  /** The request that a pool may still close the connection on; {@link Id#NONE} after that. */
  Id extranonceId() {
    return extranonce;
  }

  void extranonceAnswered() {
    extranonce = Id.NONE;
  }

  void tick(long now) {
    if (extranonce.asks() && now - deadline >= 0) {
      extranonce = Id.NONE;
    }
  }
}
