package org.gruve.stratum.v1;

/**
 * A line that is no message.
 *
 * @param id the request's id where it could be read, so that it can be refused
 * @param method the method where it could be read, else empty
 * @param reason one sanitised sentence that says why
 */
public record Malformed(Id id, String method, String reason) implements Message {
  /** A line of which nothing could be read. */
  public Malformed(String reason) {
    this(Id.NONE, "", reason);
  }
}
