package org.gruve.core.script;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The encodings of an ECDSA signature in a script. */
public final class EcdsaSignature {
  private static final int INTEGER = 0x02;
  private static final int SEQUENCE = 0x30;

  private EcdsaSignature() {}

  /**
   * r and s, 32 bytes each, big-endian, with s brought into its lower half, as a {@link
   * SignatureRows row} takes them (Core: ecdsa_signature_parse_der_lax, then normalised). All
   * zeros, which no backend accepts, where r or s is not below the order; null where it cannot be
   * read.
   *
   * @param der without the byte of the hash type
   */
  public static byte @Nullable [] parseLax(byte[] der) {
    return lowered(new LaxDer(der).compact());
  }

  /**
   * Whether it is the one strict encoding of its r and s (BIP66; Core: IsValidSignatureEncoding).
   *
   * @param signature with the byte of the hash type
   */
  public static boolean isValidEncoding(byte[] signature) {
    int size = signature.length;
    if (size < 9 || size > 73 || signature[0] != SEQUENCE || signature[1] != size - 3) {
      return false;
    }
    int sizeR = Byte.toUnsignedInt(signature[3]);
    if (5 + sizeR >= size) {
      return false;
    }
    int sizeS = Byte.toUnsignedInt(signature[5 + sizeR]);
    return sizeR + sizeS + 7 == size
        && isShortestPositive(signature, 2, sizeR)
        && isShortestPositive(signature, 4 + sizeR, sizeS);
  }

  /**
   * Whether s is at most half the order (Core: CPubKey::CheckLowS); not where it cannot be read.
   *
   * @param der without the byte of the hash type
   */
  public static boolean isLowS(byte[] der) {
    byte[] compact = new LaxDer(der).compact();
    return compact != null && s(compact).compareTo(Secp256k1.HALF_N) <= 0;
  }

  private static boolean isShortestPositive(byte[] signature, int tag, int size) {
    int first = tag + 2;
    if (signature[tag] != INTEGER || size == 0 || signature[first] < 0) {
      return false;
    }
    return size == 1 || signature[first] != 0 || signature[first + 1] < 0;
  }

  private static byte @Nullable [] lowered(byte @Nullable [] compact) {
    if (compact == null || s(compact).compareTo(Secp256k1.HALF_N) <= 0) {
      return compact;
    }
    byte[] low = Secp256k1.N.subtract(s(compact)).toByteArray();
    Arrays.fill(compact, 32, 64, (byte) 0);
    // Below half the order, so the sign takes no byte of its own.
    System.arraycopy(low, 0, compact, 64 - low.length, low.length);
    return compact;
  }

  private static BigInteger s(byte[] compact) {
    return Secp256k1.number(compact, 32, 64);
  }
}
