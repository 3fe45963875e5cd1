package org.gruve.core.mine;

import java.time.Duration;

/**
 * How long one call into a device may take before the device counts as hung. Far above anything
 * that a sound device needs, since a device that is declared dead does not come back.
 *
 * @param opening for opening it, for its first calls, and while it still tries kernels: a driver
 *     may compile then
 * @param launch for every other call
 */
public record LaunchDeadline(Duration opening, Duration launch) {
  /** So many calls count as the first ones: opening, some works, some batches of each kernel. */
  private static final long FIRST_CALLS = 32;

  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration LEAST = Duration.ofSeconds(10);
  private static final int BATCHES = 50;

  /** One minute to open, then 50 batches, 10 s at the least. */
  public static LaunchDeadline forBatches(Duration batch) {
    Duration launch = batch.multipliedBy(BATCHES);
    return new LaunchDeadline(OPENING, launch.compareTo(LEAST) < 0 ? LEAST : launch);
  }

  /** The same time for every call. */
  public static LaunchDeadline always(Duration limit) {
    return new LaunchDeadline(limit, limit);
  }

  /**
   * What is allowed for a call.
   *
   * @param callsBefore how many the thread has made
   */
  Duration of(long callsBefore, boolean settled) {
    return callsBefore < FIRST_CALLS || !settled ? opening : launch;
  }
}
