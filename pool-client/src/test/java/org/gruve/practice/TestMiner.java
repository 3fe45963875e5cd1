package org.gruve.practice;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/** Mines by brute force with the JDK's SHA-256. */
final class TestMiner {
  private TestMiner() {}

  /** The first nonce from the header's own on whose hash meets the target. */
  static BlockHeader mine(BlockHeader header, Target target) {
    byte[] bytes = header.bytes();
    byte[] hash = new byte[32];
    MessageDigest sha256 = Sha256d.sha256();
    for (int nonce = header.nonce(); ; nonce++) {
      hash(sha256, littleEndian(bytes, nonce), hash);
      if (mayMeet(hash, target) && target.isMetBy(Hash256.of(hash))) {
        return header.withNonce(nonce);
      }
    }
  }

  private static boolean mayMeet(byte[] hash, Target target) {
    int top = (hash[31] & 0xff) << 24 | (hash[30] & 0xff) << 16 | (hash[29] & 0xff) << 8;
    return Integer.compareUnsigned(top, target.topWord()) <= 0;
  }

  private static byte[] littleEndian(byte[] header, int nonce) {
    for (int i = 0; i < 4; i++) {
      header[76 + i] = (byte) (nonce >>> 8 * i);
    }
    return header;
  }

  private static void hash(MessageDigest sha256, byte[] in, byte[] out) {
    try {
      sha256.update(in);
      sha256.digest(out, 0, 32);
      sha256.update(out);
      sha256.digest(out, 0, 32);
    } catch (DigestException e) {
      throw new AssertionError("32 bytes are enough for SHA-256", e);
    }
  }

  /** A header that does not meet the target. */
  static BlockHeader miss(BlockHeader header, Target target) {
    BlockHeader missing = header;
    while (target.isMetBy(missing.hash())) {
      missing = missing.withNonce(missing.nonce() + 1);
    }
    return missing;
  }

  /** The same bytes with one of them changed. */
  static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = Arrays.copyOf(bytes, bytes.length);
    changed[at] ^= 1;
    return changed;
  }
}
