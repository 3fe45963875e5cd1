package org.gruve.core.mine;

/** A device that failed in a way that ends its use: lost, out of memory, wrong answers. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed, in a sentence that a user can act on. */
  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what failed, in a sentence that a user can act on. */
  public DeviceException(String message) {
    super(message);
  }
}
