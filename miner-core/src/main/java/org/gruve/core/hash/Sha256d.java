package org.gruve.core.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Double SHA-256 by the JDK's own implementation: what checks a result, never what mined it (mining
 * uses {@link Sha256} and the kernels).
 */
public final class Sha256d {
  /** Never updated, only copied: looking a digest up by its name takes longer than a short hash. */
  private static final MessageDigest FRESH = lookedUp();

  private Sha256d() {}

  /** SHA-256 of the SHA-256 of the parts, one after the other. */
  public static Hash256 hash(byte[]... parts) {
    MessageDigest sha256 = sha256();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return finish(sha256);
  }

  /** Ends a hash begun elsewhere: the second SHA-256 of what {@code first} has absorbed. */
  public static Hash256 finish(MessageDigest first) {
    return Hash256.of(first.digest(first.digest()));
  }

  /** A fresh SHA-256 of the JDK. */
  public static MessageDigest sha256() {
    return copy(FRESH);
  }

  /** A digest that goes on from where this one is, which stays as it is: its midstate. */
  public static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this JDK's SHA-256 cannot be copied", e);
    }
  }

  private static MessageDigest lookedUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256, which every JDK must have", e);
    }
  }
}
