package org.gruve.pool;

import java.time.Duration;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;

/** Who decides between upstreams. Told on the event loop. */
public interface UpstreamOwner {
  /** It has this job from now on. */
  void job(Upstream from, Job job);

  /** Its last job is void, and the next may be a moment away. */
  void noJob(Upstream from);

  /** A share that it was given has ended. */
  void result(Upstream from, ShareResult result);

  /**
   * It could not be reached, was lost, refuses us or has nothing to mine; its last job is void.
   *
   * @param reason one sentence, sanitised
   * @param retryIn after which it tries again by itself; zero where it goes on at once, by another
   *     way: that counts as no failure
   * @param hopeless whether no second try is likely to help: wrong protocol, login or network
   */
  void failed(Upstream from, String reason, Duration retryIn, boolean hopeless);

  /** Something that a user should read. */
  void tell(PoolEvent event);

  /** A release is over: nothing is open or awaited any more. */
  void released(Upstream from);
}
