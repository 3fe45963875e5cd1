package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.SessionNotice;

/** What happens between us and our pools, in order. All text is sanitised. */
public sealed interface PoolEvent {
  /** A connection is tried. */
  record Connecting(Account account) implements PoolEvent {}

  /** TCP stands; the handshake begins. */
  record Connected(Account account, String address) implements PoolEvent {}

  /** A new job, already handed to the workers. */
  record NewJob(Account account, Job job) implements PoolEvent {}

  /** A submitted share has ended. */
  record ShareEnded(Account account, ShareResult result) implements PoolEvent {}

  /** The session has something to tell. */
  record Notice(Account account, SessionNotice notice) implements PoolEvent {}

  /** A place says something of itself, or we of it: one sentence. */
  record Said(Account account, String text) implements PoolEvent {}

  /** A place has told which chain it is on, by the name of {@code Network.id()}. */
  record Chain(Account account, String network) implements PoolEvent {}

  /**
   * A found block whose share is no longer waited for, such as one of an earlier run, has its
   * answer.
   *
   * @param words what became of it, in one sentence
   */
  record BlockDelivered(Account account, Hash256 hash, int height, boolean accepted, String words)
      implements PoolEvent {}

  /** The workers turn to another place than before; why, in a few words. */
  record Turned(Account account, String why) implements PoolEvent {}

  /** The connection failed or was lost, and is tried again after a pause. */
  record Lost(Account account, String reason, Duration retryIn) implements PoolEvent {}

  /** No pool is left to try: the program should end with exit 5. */
  record GaveUp(String reason) implements PoolEvent {}
}
