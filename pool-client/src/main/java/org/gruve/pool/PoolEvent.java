package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.stratum.v1.SessionNotice;

/** What happens between us and our pools, in order. All text is sanitised. */
public sealed interface PoolEvent {
  /** A connection is tried. */
  record Connecting(PoolAccount account) implements PoolEvent {}

  /** TCP stands; the handshake begins. */
  record Connected(PoolAccount account, String address) implements PoolEvent {}

  /** A new job, already handed to the workers. */
  record NewJob(PoolAccount account, Job job) implements PoolEvent {}

  /** A submitted share has ended. */
  record ShareEnded(PoolAccount account, ShareResult result) implements PoolEvent {}

  /** The session has something to tell. */
  record Notice(PoolAccount account, SessionNotice notice) implements PoolEvent {}

  /** The connection failed or was lost, and is tried again (or the next pool is) after a pause. */
  record Lost(PoolAccount account, String reason, Duration retryIn, PoolAccount next)
      implements PoolEvent {}

  /** No pool is left to try: the program should end with exit 5. */
  record GaveUp(String reason) implements PoolEvent {}
}
