package org.gruve.core.script;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/** The curve y² = x³ + 7 by BouncyCastle's arithmetic, and its constants (SEC 2, 2.4.1). */
final class Secp256k1 {
  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");
  private static final ECCurve CURVE = PARAMETERS.getCurve();

  /** The field's prime. */
  static final BigInteger P = CURVE.getField().getCharacteristic();

  /** The order of the group. */
  static final BigInteger N = PARAMETERS.getN();

  /** The largest s of an ECDSA signature that counts as low (BIP146). */
  static final BigInteger HALF_N = N.shiftRight(1);

  /** The base point. */
  static final ECPoint G = PARAMETERS.getG();

  private Secp256k1() {}

  /** The bytes {@code from} up to {@code to} as a number, big-endian. */
  static BigInteger number(byte[] bytes, int from, int to) {
    return new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
  }

  /** The point that has this x and a y of this parity, or null where there is none. */
  static @Nullable ECPoint lift(BigInteger x, boolean odd) {
    if (x.compareTo(P) >= 0) {
      return null;
    }
    ECFieldElement y = right(CURVE.fromBigInteger(x)).sqrt();
    if (y == null) {
      return null;
    }
    ECFieldElement wanted = y.testBitZero() == odd ? y : y.negate();
    return CURVE.createPoint(x, wanted.toBigInteger());
  }

  /** Whether both are below the field's prime and fulfil the curve's equation. */
  static boolean holds(BigInteger x, BigInteger y) {
    if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0) {
      return false;
    }
    return CURVE.fromBigInteger(y).square().equals(right(CURVE.fromBigInteger(x)));
  }

  private static ECFieldElement right(ECFieldElement x) {
    return x.square().multiply(x).add(CURVE.getB());
  }
}
