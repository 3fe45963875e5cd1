package org.gruve.core.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.gruve.core.hash.Sha256d;

/** BIP340, "Verification", for messages of any length, of which scripts have only 32 bytes. */
final class Bip340 {
  private static final byte[] TAG = Sha256d.sha256().digest("BIP0340/challenge".getBytes(US_ASCII));

  private Bip340() {}

  /** Whether it is a signature (64 bytes) by the key of this x (32 bytes). */
  static boolean holds(byte[] x, byte[] message, byte[] signature) {
    ECPoint key = Secp256k1.lift(Secp256k1.number(x, 0, 32), false);
    BigInteger r = Secp256k1.number(signature, 0, 32);
    BigInteger s = Secp256k1.number(signature, 32, 64);
    if (key == null || r.compareTo(Secp256k1.P) >= 0 || s.compareTo(Secp256k1.N) >= 0) {
      return false;
    }
    BigInteger minusE = challenge(x, message, signature).negate().mod(Secp256k1.N);
    ECPoint point = ECAlgorithms.sumOfTwoMultiplies(Secp256k1.G, s, key, minusE).normalize();
    return !point.isInfinity()
        && !point.getAffineYCoord().testBitZero()
        && point.getAffineXCoord().toBigInteger().equals(r);
  }

  /** The number e before it is reduced; of the signature only r counts. */
  static BigInteger challenge(byte[] x, byte[] message, byte[] signature) {
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(TAG);
    sha256.update(TAG);
    sha256.update(signature, 0, 32);
    sha256.update(x);
    sha256.update(message);
    return new BigInteger(1, sha256.digest());
  }
}
