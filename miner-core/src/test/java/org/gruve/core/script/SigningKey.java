package org.gruve.core.script;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;

/** A private key for tests: it signs what the backends then verify. */
public final class SigningKey {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
  private static final BigInteger N = CURVE.getN();

  private final BigInteger secret;
  private final ECPoint point;

  private SigningKey(BigInteger secret) {
    this.secret = secret;
    this.point = CURVE.getG().multiply(secret).normalize();
  }

  /** The same key for the same number, which must be above 0. */
  public static SigningKey of(long seed) {
    return new SigningKey(new BigInteger(1, tagged("gruve/test-key", number(seed))).mod(N));
  }

  /** 33 bytes. */
  public byte[] compressed() {
    return point.getEncoded(true);
  }

  /** 65 bytes. */
  public byte[] uncompressed() {
    return point.getEncoded(false);
  }

  /** 32 bytes (BIP340). */
  public byte[] xOnly() {
    return Arrays.copyOfRange(compressed(), 1, 33);
  }

  /** The key of an output that this key and the scripts of a tree can spend (BIP341). */
  public SigningKey tweaked(byte[] merkleRoot) {
    byte[] tweak = tagged("TapTweak", xOnly(), merkleRoot);
    return new SigningKey(even().add(new BigInteger(1, tweak)).mod(N));
  }

  /** Whether the y of its point is odd. */
  public boolean isOdd() {
    return point.getAffineYCoord().testBitZero();
  }

  /** A signature in DER with s in its lower half, without a hash type. */
  public byte[] ecdsa(byte[] hash) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
    BigInteger[] rs = signer.generateSignature(hash);
    BigInteger s = rs[1].compareTo(N.shiftRight(1)) > 0 ? N.subtract(rs[1]) : rs[1];
    return der(rs[0].toByteArray(), s.toByteArray());
  }

  /** 64 bytes (BIP340, with zeros for randomness). */
  public byte[] schnorr(byte[] message) {
    byte[] masked = number(even());
    byte[] random = tagged("BIP0340/aux", new byte[32]);
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= random[i];
    }
    BigInteger k = new BigInteger(1, tagged("BIP0340/nonce", masked, xOnly(), message)).mod(N);
    SigningKey nonce = new SigningKey(k);
    byte[] challenge = tagged("BIP0340/challenge", nonce.xOnly(), xOnly(), message);
    BigInteger e = new BigInteger(1, challenge).mod(N);
    BigInteger s = nonce.even().add(e.multiply(even())).mod(N);
    byte[] signature = Arrays.copyOf(nonce.xOnly(), 64);
    System.arraycopy(number(s), 0, signature, 32, 32);
    return signature;
  }

  /** SHA-256 with a tag before it (BIP340). */
  public static byte[] tagged(String tag, byte[]... parts) {
    byte[] prefix = sha256(tag.getBytes(StandardCharsets.UTF_8));
    byte[][] all = new byte[parts.length + 2][];
    all[0] = prefix;
    all[1] = prefix;
    System.arraycopy(parts, 0, all, 2, parts.length);
    return sha256(all);
  }

  /** SHA-256 of parts put together. */
  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The secret of the point with an even y and the same x. */
  private BigInteger even() {
    return isOdd() ? N.subtract(secret) : secret;
  }

  private static byte[] number(long value) {
    return number(BigInteger.valueOf(value));
  }

  private static byte[] number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] out = new byte[32];
    int size = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - size, out, 32 - size, size);
    return out;
  }

  private static byte[] der(byte[] r, byte[] s) {
    byte[] out = new byte[6 + r.length + s.length];
    out[0] = 0x30;
    out[1] = (byte) (out.length - 2);
    out[2] = 0x02;
    out[3] = (byte) r.length;
    System.arraycopy(r, 0, out, 4, r.length);
    out[4 + r.length] = 0x02;
    out[5 + r.length] = (byte) s.length;
    System.arraycopy(s, 0, out, 6 + r.length, s.length);
    return out;
  }
}
