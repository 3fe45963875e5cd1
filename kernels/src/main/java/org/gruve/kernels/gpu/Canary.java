package org.gruve.kernels.gpu;

import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/**
 * A work with a hit that is known, put among the others now and then: a device that does not find
 * it skips a part of what it is given, which no check of what it does find can show.
 */
public record Canary(Work work, Candidate known) {
  /** Where they come from. */
  @FunctionalInterface
  public interface Source {
    /** One of {@code versions} versions and {@code nonces} nonces, the hit anywhere in it. */
    Canary next(int versions, long nonces);
  }
}
