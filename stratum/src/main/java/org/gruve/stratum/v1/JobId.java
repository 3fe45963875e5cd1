package org.gruve.stratum.v1;

/**
 * A pool's name for a job: opaque, echoed verbatim.
 *
 * @param number whether it is written as a JSON number (some pools do)
 */
public record JobId(String text, boolean number) {
  /** A job id in the usual type, a string. */
  public static JobId of(String text) {
    return new JobId(text, false);
  }

  @Override
  public String toString() {
    return text;
  }
}
