package org.gruve.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first place that has a job. Engaged are the active one and all before it, whose own attempts
 * to come back are the probe; where it fails, the next is engaged at once. An earlier one that has
 * held a job for a while is turned back to: for 30 s, and twice as long each time that it was lost
 * soon after such a return, so that one that comes and goes does not take the workers along.
 */
final class Failover implements Choice {
  static final Duration HOLD = Duration.ofSeconds(30);
  static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

  /** Lost within this time, a place was not worth the return. */
  static final Duration SOON = Duration.ofMinutes(10);

  private final List<Place> places;
  private final Map<Place, Duration> holds = new HashMap<>();
  private @Nullable Place returned;
  private long returnedAt;

  Failover(List<Place> places) {
    this.places = places;
  }

  @Override
  public boolean needs(Place place, @Nullable Place active) {
    int last = active == null ? 0 : active.rank();
    int firstSound =
        places.stream()
            .filter(one -> !one.hasFailed())
            .mapToInt(Place::rank)
            .findFirst()
            .orElse(-1);
    return place.rank() <= Math.max(last, firstSound < 0 ? places.size() : firstSound);
  }

  @Override
  public void passed(@Nullable Place active, long now) {
    // What was mined for whom does not matter here.
  }

  @Override
  public @Nullable Place pick(@Nullable Place active, long now) {
    boolean mayStay = active != null && !active.hasFailed();
    return places.stream()
        .filter(one -> one.hasJob() && (!mayStay || isBack(one, active, now)))
        .findFirst()
        .orElse(active);
  }

  private boolean isBack(Place place, @Nullable Place active, long now) {
    return active != null && place.rank() < active.rank() && left(place, now).isZero();
  }

  private Duration left(Place place, long now) {
    Duration left = hold(place).minusNanos(now - place.holdsSince());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration hold(Place place) {
    return holds.getOrDefault(place, HOLD);
  }

  @Override
  public void turned(@Nullable Place from, Place to, long now) {
    returned = from != null && to.rank() < from.rank() ? to : null;
    returnedAt = now;
  }

  @Override
  public void lost(Place place, @Nullable Place active, long now) {
    if (!place.equals(active) || !place.equals(returned)) {
      return;
    }
    returned = null;
    if (now - returnedAt >= SOON.toNanos()) {
      holds.remove(place);
    } else {
      Duration longer = hold(place).multipliedBy(2);
      holds.put(place, longer.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : longer);
    }
  }

  @Override
  public @Nullable Duration nextLook(@Nullable Place active, long now) {
    return places.stream()
        .filter(one -> active != null && one.rank() < active.rank() && one.hasJob())
        .map(one -> left(one, now))
        .min(Duration::compareTo)
        .orElse(null);
  }

  @Override
  public double portion(Place place) {
    return 1;
  }

  @Override
  public String why(Place from, Place to) {
    String name = to.account().name();
    return from.hasFailed()
        ? "since " + from.account().name() + " was lost"
        : "since " + name + " has held again for " + hold(to).toSeconds() + " s";
  }
}
