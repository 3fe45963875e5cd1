package org.gruve.core.script;

import static org.gruve.core.script.Secp256k1.G;
import static org.gruve.core.script.Secp256k1.N;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;
import org.gruve.core.hash.Bytes;

/** Makes rows from secrets, or from points whose secret nobody knows. */
public final class TestRows {
  private TestRows() {}

  /** A row, and whether it holds. */
  public record Row(String name, Bytes packed, boolean holds) {
    /** A row as it is packed. */
    public Row(String name, byte[] packed, boolean holds) {
      this(name, Bytes.of(packed), holds);
    }

    /** A copy of the row as it is packed. */
    public byte[] bytes() {
      return packed.toArray();
    }

    /** The same row with another key of 33 bytes. */
    Row withKey(String why, byte[] key) {
      byte[] other = bytes();
      System.arraycopy(key, 0, other, SignatureRows.KEY, 33);
      return new Row(why, other, false);
    }

    /** The same row with a number of 32 bytes in another place, which does not hold any more. */
    Row with(String why, int at, BigInteger number) {
      byte[] other = bytes();
      System.arraycopy(bytes32(number), 0, other, at, 32);
      return new Row(why, other, false);
    }

    /** A number of it. */
    BigInteger number(int at) {
      return Secp256k1.number(bytes(), at, at + 32);
    }
  }

  /** A signature by the key {@code d} with the nonce {@code k}; s is brought low. */
  static Row ecdsa(String name, BigInteger d, BigInteger k, BigInteger z) {
    BigInteger r = x(G.multiply(k)).mod(N);
    BigInteger s = k.modInverse(N).multiply(z.add(r.multiply(d))).mod(N);
    return ecdsa(name, G.multiply(d), z, r, low(s), true);
  }

  /**
   * A signature that holds for a key whose secret nobody has to know: R = aG + bQ, and the message
   * is what it has to be. A low s stands for -R, which has the same x.
   */
  static Row ecdsaFor(String name, ECPoint key, BigInteger a, BigInteger b) {
    BigInteger r = x(G.multiply(a).add(key.multiply(b))).mod(N);
    BigInteger s = r.multiply(b.modInverse(N)).mod(N);
    return ecdsa(name, key, a.multiply(s).mod(N), r, low(s), true);
  }

  /** A row of these numbers. */
  static Row ecdsa(
      String name, ECPoint key, BigInteger z, BigInteger r, BigInteger s, boolean holds) {
    byte[] compressed = key.normalize().getEncoded(true);
    return row(name, SignatureRows.ECDSA, compressed, bytes32(z), r, s, holds);
  }

  /** BIP340, "Default Signing", with a given nonce. */
  static Row schnorr(String name, BigInteger secret, BigInteger nonce, byte[] message) {
    BigInteger d = even(secret);
    BigInteger k = even(nonce);
    byte[] key = G.multiply(d).normalize().getEncoded(true);
    BigInteger r = x(G.multiply(k));
    BigInteger s = k.add(challenge(r, key, message).multiply(d)).mod(N);
    return row(name, SignatureRows.SCHNORR, key, message, r, s, true);
  }

  /** BIP340's e. */
  static BigInteger challenge(BigInteger r, byte[] key, byte[] message) {
    return Bip340.challenge(Arrays.copyOfRange(key, 1, 33), message, bytes32(r)).mod(N);
  }

  /** The tweak {@code t} of an internal key with an even y. */
  static Row tweak(String name, ECPoint internal, BigInteger t) {
    ECPoint output = internal.add(G.multiply(t)).normalize();
    byte[] key = internal.normalize().getEncoded(true);
    BigInteger parity = output.getAffineYCoord().testBitZero() ? parityBit() : BigInteger.ZERO;
    return row(name, SignatureRows.TWEAK, key, bytes32(t), x(output), parity, true);
  }

  /** What stands for an odd y in a tweak's second half. */
  static BigInteger parityBit() {
    return BigInteger.ONE.shiftLeft(248);
  }

  /** The secret or its negative, whichever has an even y. */
  static BigInteger even(BigInteger secret) {
    return isOdd(G.multiply(secret)) ? N.subtract(secret) : secret;
  }

  /** Whether its y is odd. */
  static boolean isOdd(ECPoint point) {
    return point.normalize().getAffineYCoord().testBitZero();
  }

  static BigInteger x(ECPoint point) {
    return point.normalize().getAffineXCoord().toBigInteger();
  }

  /** Big-endian. */
  static byte[] bytes32(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] all = new byte[32];
    int size = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - size, all, 32 - size, size);
    return all;
  }

  static Row row(
      String name, byte kind, byte[] key, byte[] message, BigInteger a, BigInteger b, boolean ok) {
    byte[] signature = Arrays.copyOf(bytes32(a), 64);
    System.arraycopy(bytes32(b), 0, signature, 32, 32);
    return new Row(name, packed(kind, key, message, signature), ok);
  }

  /** A row as {@link SignatureRows} packs it. */
  public static byte[] packed(byte kind, byte[] key, byte[] message, byte[] signature) {
    SignatureRows rows = new SignatureRows(1);
    rows.add(kind, key, message, signature);
    return rows.packed();
  }

  private static BigInteger low(BigInteger s) {
    return s.compareTo(Secp256k1.HALF_N) > 0 ? N.subtract(s) : s;
  }
}
