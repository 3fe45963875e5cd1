package org.gruve.pool;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All places at once, each for its part of the hashes, in slices of 10 s. All devices turn
 * together, so time stands for hashes. What each place is owed grows with the time that passes
 * while it has a job, by its weight, and shrinks by the time that is mined for it; the next slice
 * is for whoever is owed most. A place that is away is owed nothing for that time, and no debt
 * exceeds a minute, so that none is flooded when it comes back.
 */
final class Quota implements Choice {
  static final Duration SLICE = Duration.ofSeconds(10);
  static final Duration MOST_OWED = Duration.ofSeconds(60);

  private final List<Place> places;
  private final Map<Place, Double> owed = new HashMap<>();
  private long countedUntil;
  private long sliceEnd;

  Quota(List<Place> places) {
    this.places = places;
  }

  @Override
  public boolean needs(Place place, @Nullable Place active) {
    return true;
  }

  @Override
  public @Nullable Place pick(@Nullable Place active, long now) {
    if (active != null && active.hasJob() && now - sliceEnd < 0) {
      return active;
    }
    Place next =
        places.stream()
            .filter(Place::hasJob)
            .max(Comparator.comparingDouble(this::owed).thenComparingInt(one -> -one.rank()))
            .orElse(active);
    sliceEnd = now + SLICE.toNanos();
    return next;
  }

  @Override
  public void passed(@Nullable Place active, long now) {
    double passed = now - countedUntil;
    countedUntil = now;
    if (active == null || !active.hasJob()) {
      return;
    }
    double weights = places.stream().filter(Place::hasJob).mapToDouble(Quota::weight).sum();
    for (Place place : places) {
      double part = place.hasJob() ? weight(place) / weights : 0;
      owe(place, passed * (place.equals(active) ? part - 1 : part));
    }
  }

  private void owe(Place place, double nanos) {
    double most = MOST_OWED.toNanos();
    owed.put(place, Math.clamp(owed(place) + nanos, -most, most));
  }

  private double owed(Place place) {
    return owed.getOrDefault(place, 0.0);
  }

  private static double weight(Place place) {
    return place.account().quota();
  }

  @Override
  public void turned(@Nullable Place from, Place to, long now) {
    sliceEnd = now + SLICE.toNanos();
  }

  @Override
  public void lost(Place place, @Nullable Place active, long now) {
    owed.remove(place);
  }

  @Override
  public @Nullable Duration nextLook(@Nullable Place active, long now) {
    long others = places.stream().filter(one -> one.hasJob() && !one.equals(active)).count();
    return others == 0 ? null : Duration.ofNanos(Math.max(0, sliceEnd - now));
  }

  @Override
  public double portion(Place place) {
    return weight(place) / places.stream().mapToDouble(Quota::weight).sum();
  }

  @Override
  public String why(Place from, Place to) {
    return "";
  }
}
