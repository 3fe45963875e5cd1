package org.gruve.kernels.gpu;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.work.Candidate;
import org.jspecify.annotations.Nullable;

/** Says when a canary is due, and what it means when it does not come home. */
final class CanaryWatch {
  private static final long FIRST = TimeUnit.SECONDS.toNanos(20);
  private static final long EVERY = TimeUnit.MINUTES.toNanos(2);

  private final Optional<Canary.Source> source;
  private final LongSupplier clock;
  private long due;
  private int missed;
  private @Nullable Canary flying;

  CanaryWatch(Optional<Canary.Source> source, LongSupplier clock) {
    this.source = source;
    this.clock = clock;
    this.due = clock.getAsLong() + FIRST;
  }

  /** A canary as large as {@code like}, if one is due and none is under way. */
  Optional<Scan> next(Scan like) {
    if (source.isEmpty() || flying != null || clock.getAsLong() - due < 0) {
      return Optional.empty();
    }
    due = clock.getAsLong() + EVERY;
    Canary canary =
        switch (like) {
          case Scan.Nonces nonces -> source.get().next(1, nonces.count());
          case Scan.Versions versions -> source.get().next(versions.count(), versions.nonces());
        };
    Scan scan = new GpuWork(canary.work()).next(like.hashes());
    if (scan == null || scan.hashes() < canary.work().hashes()) {
      return Optional.empty(); // Too large for one launch.
    }
    flying = canary;
    return Optional.of(scan);
  }

  /** Whether a scan is a canary's, and not work. */
  boolean isCanary(Scan scan) {
    return flying != null && flying.work().equals(scan.work());
  }

  /**
   * Judges what came home: one that is missed may be a bit that tipped over, and another one
   * follows at once; two in a row are a device that does not do its work.
   *
   * @return what its user should know
   */
  Optional<String> cameHome(List<Candidate> hits) {
    Canary canary = flying;
    flying = null;
    if (canary == null || hits.contains(canary.known())) {
      missed = 0;
      return Optional.empty();
    }
    if (++missed > 1) {
      throw new DeviceException(
          "twice it did not find the hit that was put into its work: it skips a part of what it is"
              + " given; update the driver, or lower the clocks");
    }
    due = clock.getAsLong();
    return Optional.of(
        "missed a hit that was put into its work: unstable clock or memory; lower the overclock or"
            + " the power limit");
  }
}
