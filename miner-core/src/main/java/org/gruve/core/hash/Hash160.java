package org.gruve.core.hash;

import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/** RIPEMD-160, which the JDK lacks, and the hash that addresses are made of. */
public final class Hash160 {
  /** Bytes of either hash. */
  public static final int SIZE = 20;

  private Hash160() {}

  /** RIPEMD-160 of the SHA-256 (Core: Hash160). */
  public static byte[] hash(byte[] bytes) {
    return ripemd160(Sha256d.sha256().digest(bytes));
  }

  /** RIPEMD-160. */
  public static byte[] ripemd160(byte[] bytes) {
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[SIZE];
    digest.doFinal(hash, 0);
    return hash;
  }
}
