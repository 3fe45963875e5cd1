package org.gruve.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides between places. Without clock or IO of its own; times are monotonic nanoseconds. The list
 * of places is its owner's.
 */
interface Choice {
  /** Whether this place is to be kept connected. */
  boolean needs(Place place, @Nullable Place active);

  /** Time has passed while things stood as they do: told before any of them changes. */
  void passed(@Nullable Place active, long now);

  /** Whom the workers are to mine for: one that has a job, or the same as before without one. */
  @Nullable Place pick(@Nullable Place active, long now);

  /** The workers turn from one place to another; never to the same. */
  void turned(@Nullable Place from, Place to, long now);

  /** A place failed or was lost. */
  void lost(Place place, @Nullable Place active, long now);

  /** After which time to pick again though nothing happens; null for no such time. */
  @Nullable Duration nextLook(@Nullable Place active, long now);

  /** Which part of all hashes goes to this place. */
  double portion(Place place);

  /** Why the workers turned, in a few words; empty where that is not worth telling. */
  String why(Place from, Place to);
}
