package org.gruve.core.hash;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as it was before it became SHA-3, with another padding; the JDK has only that. */
public final class Keccak256 {
  private Keccak256() {}

  /** The 32 bytes. */
  public static byte[] hash(byte[] bytes) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }
}
