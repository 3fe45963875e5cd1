package org.gruve.core.script;

import static org.gruve.core.script.Secp256k1.G;
import static org.gruve.core.script.Secp256k1.HALF_N;
import static org.gruve.core.script.Secp256k1.N;
import static org.gruve.core.script.SignatureRows.KEY;
import static org.gruve.core.script.SignatureRows.MESSAGE;
import static org.gruve.core.script.SignatureRows.SIGNATURE;
import static org.gruve.core.script.SignatureRows.STRIDE;

import java.math.BigInteger;
import java.util.BitSet;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The reference: every row by BouncyCastle's point arithmetic, which runs wherever Java runs and
 * against which other backends are checked. Ranges are looked at before any point is computed.
 */
public final class BouncyCastleVerifier implements SignatureVerifier {
  private static final int S = SIGNATURE + 32;

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public BitSet verify(SignatureRows rows) {
    return rows.where(index -> holds(rows, index));
  }

  private static boolean holds(SignatureRows rows, int index) {
    byte[] row = rows.part(index, 0, STRIDE);
    return switch (row[0]) {
      case SignatureRows.ECDSA -> ecdsa(row);
      case SignatureRows.SCHNORR -> row[KEY] == 2 && schnorr(rows, index);
      case SignatureRows.TWEAK -> row[KEY] == 2 && tweak(row);
      default -> false;
    };
  }

  /** SEC 1, 4.1.4, for a low s only (Core: CPubKey::Verify after normalisation). */
  private static boolean ecdsa(byte[] row) {
    BigInteger r = number(row, SIGNATURE);
    BigInteger s = number(row, S);
    boolean inRange =
        r.signum() > 0 && r.compareTo(N) < 0 && s.signum() > 0 && s.compareTo(HALF_N) <= 0;
    ECPoint key = inRange ? key(row) : null;
    if (key == null) {
      return false;
    }
    BigInteger inverse = s.modInverse(N);
    BigInteger u1 = number(row, MESSAGE).multiply(inverse).mod(N);
    BigInteger u2 = r.multiply(inverse).mod(N);
    ECPoint point = ECAlgorithms.sumOfTwoMultiplies(G, u1, key, u2).normalize();
    // x may be larger than the order, and r is what remains of it.
    return !point.isInfinity() && x(point).mod(N).equals(r);
  }

  /** Core: XOnlyPubKey::VerifySchnorr. */
  private static boolean schnorr(SignatureRows rows, int index) {
    return Bip340.holds(
        rows.part(index, KEY + 1, 32),
        rows.part(index, MESSAGE, 32),
        rows.part(index, SIGNATURE, 64));
  }

  /** BIP341, "Script validation rules" (Core: XOnlyPubKey::CheckTapTweak). */
  private static boolean tweak(byte[] row) {
    BigInteger tweak = number(row, MESSAGE);
    ECPoint internal = tweak.compareTo(N) < 0 ? key(row) : null;
    if (internal == null) {
      return false;
    }
    ECPoint point = G.multiply(tweak).add(internal).normalize();
    return !point.isInfinity()
        && x(point).equals(number(row, SIGNATURE))
        && parity(point).equals(number(row, S));
  }

  /** The second half of a tweak's "signature": the byte of the parity, and zeros. */
  private static BigInteger parity(ECPoint point) {
    boolean odd = point.getAffineYCoord().testBitZero();
    return odd ? BigInteger.ONE.shiftLeft(248) : BigInteger.ZERO;
  }

  private static @Nullable ECPoint key(byte[] row) {
    boolean odd = row[KEY] == 3;
    return odd || row[KEY] == 2 ? Secp256k1.lift(number(row, KEY + 1), odd) : null;
  }

  private static BigInteger number(byte[] row, int from) {
    return Secp256k1.number(row, from, from + 32);
  }

  private static BigInteger x(ECPoint point) {
    return point.getAffineXCoord().toBigInteger();
  }
}
