package org.gruve.core.script;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The encodings of a key in a script (SEC 1, 2.3.3, and the hybrid one; Core: CPubKey). */
public final class PublicKey {
  private static final int COMPRESSED = 33;
  private static final int UNCOMPRESSED = 65;

  private PublicKey() {}

  /**
   * The 33 bytes of a {@link SignatureRows row}, or null where Core's CPubKey or libsecp256k1 would
   * not parse the key. That the x of a key of 33 bytes is on the curve is not asked here, since it
   * costs a square root that a row's verification takes anyway: such a row does not hold.
   */
  public static byte @Nullable [] compressed(byte[] key) {
    if (isCompressed(key)) {
      return key.clone();
    }
    if (key.length != UNCOMPRESSED || key[0] < 4 || key[0] == 5 || key[0] > 7) {
      return null;
    }
    BigInteger y = Secp256k1.number(key, COMPRESSED, UNCOMPRESSED);
    // A hybrid key (6 or 7) says the parity of y as well, and must say it truly.
    boolean lies = key[0] != 4 && (key[0] == 7) != y.testBit(0);
    if (lies || !Secp256k1.holds(Secp256k1.number(key, 1, COMPRESSED), y)) {
      return null;
    }
    byte[] compressed = Arrays.copyOf(key, COMPRESSED);
    compressed[0] = (byte) (y.testBit(0) ? 3 : 2);
    return compressed;
  }

  /** Core: IsCompressedPubKey; it looks at the length and the first byte only. */
  public static boolean isCompressed(byte[] key) {
    return key.length == COMPRESSED && (key[0] == 2 || key[0] == 3);
  }

  /** Core: IsCompressedOrUncompressedPubKey, which leaves out hybrid keys. */
  public static boolean isCompressedOrUncompressed(byte[] key) {
    return isCompressed(key) || (key.length == UNCOMPRESSED && key[0] == 4);
  }
}
