package org.gruve.core.script;

import static org.bouncycastle.math.ec.ECAlgorithms.sumOfTwoMultiplies;
import static org.gruve.core.script.Secp256k1.G;
import static org.gruve.core.script.Secp256k1.HALF_N;
import static org.gruve.core.script.Secp256k1.N;
import static org.gruve.core.script.Secp256k1.P;
import static org.gruve.core.script.Secp256k1.isNonZeroScalar;
import static org.gruve.core.script.SignatureRows.KEY;
import static org.gruve.core.script.SignatureRows.MESSAGE;
import static org.gruve.core.script.SignatureRows.SIGNATURE;
import static org.gruve.core.script.SignatureRows.STRIDE;

import java.math.BigInteger;
import java.util.BitSet;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The reference: every row by BouncyCastle's point arithmetic, which runs wherever Java runs and
 * against which other backends are checked.
 */
public final class BouncyCastleVerifier implements SignatureVerifier {
  private static final int S = SIGNATURE + 32;

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public BitSet verify(SignatureRows rows) {
    BitSet holds = new BitSet(rows.count());
    for (int i = 0; i < rows.count(); i++) {
      holds.set(i, holds(rows.part(i, 0, STRIDE)));
    }
    return holds;
  }

  private static boolean holds(byte[] row) {
    ECPoint key = key(row);
    if (key == null) {
      return false;
    }
    return switch (row[0]) {
      case SignatureRows.ECDSA -> ecdsa(key, row);
      case SignatureRows.SCHNORR -> row[KEY] == 2 && schnorr(key, row);
      case SignatureRows.TWEAK -> row[KEY] == 2 && tweak(key, row);
      default -> false;
    };
  }

  private static @Nullable ECPoint key(byte[] row) {
    boolean odd = row[KEY] == 3;
    return odd || row[KEY] == 2 ? Secp256k1.lift(number(row, KEY + 1), odd) : null;
  }

  /** SEC 1, 4.1.4, for a low s only (Core: CPubKey::Verify after normalisation). */
  private static boolean ecdsa(ECPoint key, byte[] row) {
    BigInteger r = number(row, SIGNATURE);
    BigInteger s = number(row, S);
    if (!isNonZeroScalar(r) || s.signum() == 0 || s.compareTo(HALF_N) > 0) {
      return false;
    }
    BigInteger inverse = s.modInverse(N);
    BigInteger u1 = number(row, MESSAGE).multiply(inverse).mod(N);
    ECPoint point = sumOfTwoMultiplies(G, u1, key, r.multiply(inverse).mod(N)).normalize();
    return !point.isInfinity() && x(point).mod(N).equals(r);
  }

  /** BIP340, "Verification" (Core: XOnlyPubKey::VerifySchnorr). */
  private static boolean schnorr(ECPoint key, byte[] row) {
    BigInteger r = number(row, SIGNATURE);
    BigInteger s = number(row, S);
    if (r.compareTo(P) >= 0 || s.compareTo(N) >= 0) {
      return false;
    }
    BigInteger e = SchnorrChallenge.of(row).mod(N);
    ECPoint point = sumOfTwoMultiplies(G, s, key, N.subtract(e).mod(N)).normalize();
    return !point.isInfinity() && !isOdd(point) && x(point).equals(r);
  }

  /** BIP341, "Script validation rules" (Core: XOnlyPubKey::CheckTapTweak). */
  private static boolean tweak(ECPoint internal, byte[] row) {
    BigInteger tweak = number(row, MESSAGE);
    if (tweak.compareTo(N) >= 0) {
      return false;
    }
    ECPoint point = G.multiply(tweak).add(internal).normalize();
    return !point.isInfinity()
        && x(point).equals(number(row, SIGNATURE))
        && number(row, S).equals(outputParity(point));
  }

  /** A row ends with the parity's byte and 31 zeros: anything else there is no parity. */
  private static BigInteger outputParity(ECPoint point) {
    return isOdd(point) ? BigInteger.ONE.shiftLeft(248) : BigInteger.ZERO;
  }

  private static BigInteger number(byte[] row, int from) {
    return Secp256k1.number(row, from, from + 32);
  }

  private static BigInteger x(ECPoint point) {
    return point.getAffineXCoord().toBigInteger();
  }

  private static boolean isOdd(ECPoint point) {
    return point.getAffineYCoord().testBitZero();
  }
}
