package org.gruve.kernels.telemetry;

/**
 * Energy, and the time and hashes that it went into. NaN follows from dividing by none of them:
 * then nothing is known.
 */
public record Spent(double joules, double seconds, long hashes) {
  /** Nothing yet. */
  public static final Spent NOTHING = new Spent(0, 0, 0);

  /** Both together. */
  public Spent plus(Spent other) {
    return new Spent(joules + other.joules, seconds + other.seconds, hashes + other.hashes);
  }

  /** What came after {@code earlier}. */
  public Spent since(Spent earlier) {
    return new Spent(joules - earlier.joules, seconds - earlier.seconds, hashes - earlier.hashes);
  }

  /** Mean power; NaN where nothing is known. */
  public double watts() {
    return seconds > 0 ? joules / seconds : Double.NaN;
  }

  /** The figure that rigs are compared by; NaN where nothing is known or nothing was hashed. */
  public double joulesPerGigahash() {
    return seconds > 0 && hashes > 0 ? joules / (hashes / 1e9) : Double.NaN;
  }
}
