package org.gruve.core.script;

import static org.gruve.core.script.Secp256k1.G;
import static org.gruve.core.script.Secp256k1.HALF_N;
import static org.gruve.core.script.Secp256k1.N;
import static org.gruve.core.script.Secp256k1.P;
import static org.gruve.core.script.SignatureRows.KEY;
import static org.gruve.core.script.SignatureRows.MESSAGE;
import static org.gruve.core.script.SignatureRows.SIGNATURE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.gruve.core.script.TestRows.Row;

/**
 * Rows that a careless backend accepts, or refuses, wrongly: numbers out of range that are right
 * modulo something, sums that double a point or end at infinity.
 */
final class TrapRows {
  private static final int S = SIGNATURE + 32;
  private static final BigInteger D = number("5f1e3c2b79a804d6");
  private static final BigInteger K = number("c0ffee0123456789abcdef0123456789abcdef");
  private static final BigInteger Z = number("7a05c6145f10101e9d6325494245adf1297d80f8f38d4d57");

  /** The eigenvalue of the curve's endomorphism, which backends use to halve their scalars. */
  private static final BigInteger LAMBDA =
      number("5363ad4cc05c30e0a5261c028812645a122e22ea20816678df02967c1b23bd72");

  private final List<Row> rows = new ArrayList<>();

  private TrapRows() {}

  static List<Row> all() {
    TrapRows traps = new TrapRows();
    traps.ecdsaRanges();
    traps.ecdsaWraps();
    traps.ecdsaSums();
    traps.schnorr();
    traps.tweakRanges();
    traps.tweakSums();
    traps.kinds();
    return traps.rows;
  }

  private void ecdsaRanges() {
    Row good = TestRows.ecdsa("ECDSA", D, K, Z);
    BigInteger s = good.number(S);
    rows.add(good);
    for (BigInteger bad : List.of(BigInteger.ZERO, N, N.add(BigInteger.ONE), P)) {
      rows.add(good.with("ECDSA, r = " + bad, SIGNATURE, bad));
      rows.add(good.with("ECDSA, s = " + bad, S, bad));
      rows.add(good.with("ECDSA, r = 0, s = " + bad, SIGNATURE, BigInteger.ZERO).with("", S, bad));
    }
    rows.add(good.with("ECDSA, high s", S, N.subtract(s)));
    rows.add(good.with("ECDSA, message not below the order", MESSAGE, N.add(Z)));
    Row small = TestRows.ecdsaFor("ECDSA, message 0", G.multiply(D), BigInteger.ZERO, K);
    rows.add(small);
    rows.add(holding(small.with("ECDSA, message n, which is 0", MESSAGE, N)));
    lowestHighS();
  }

  /** s = (n - 1) / 2 is low, s = (n + 1) / 2 is not. */
  private void lowestHighS() {
    BigInteger r = TestRows.x(G.multiply(K)).mod(N);
    BigInteger z = HALF_N.multiply(K).subtract(r.multiply(D)).mod(N);
    Row highest = TestRows.ecdsa("ECDSA, highest low s", G.multiply(D), z, r, HALF_N, true);
    rows.add(highest);
    rows.add(highest.with("ECDSA, lowest high s", S, HALF_N.add(BigInteger.ONE)));
    BigInteger forOne = K.subtract(r.multiply(D)).mod(N);
    Row one = TestRows.ecdsa("ECDSA, s = 1", G.multiply(D), forOne, r, BigInteger.ONE, true);
    rows.add(one);
    rows.add(one.with("ECDSA, s = n + 1", S, N.add(BigInteger.ONE)));
    rows.add(one.with("ECDSA, s = n - 1", S, N.subtract(BigInteger.ONE)));
  }

  /** R.x at or above the order, and keys whose x has a second form of 256 bits. */
  private void ecdsaWraps() {
    ECPoint r = pointFrom(N.add(BigInteger.ONE));
    BigInteger wrapped = TestRows.x(r).subtract(N);
    // Q = (sR - zG) / r
    ECPoint key = r.multiply(K).subtract(G.multiply(Z)).multiply(wrapped.modInverse(N));
    Row row = TestRows.ecdsa("ECDSA, R.x = n + r", key, Z, wrapped, K, true);
    rows.add(row);
    rows.add(row.with("ECDSA, r = R.x above the order", SIGNATURE, TestRows.x(r)));
    ECPoint small = pointFrom(BigInteger.ONE);
    Row one = TestRows.ecdsaFor("ECDSA, key with a small x", small, D, K);
    rows.add(one);
    byte[] over = small.getEncoded(true);
    System.arraycopy(TestRows.bytes32(TestRows.x(small).add(P)), 0, over, 1, 32);
    rows.add(one.withKey("ECDSA, key with x + p", over));
    rows.add(one.with("ECDSA, key not on the curve", KEY + 1, number("05")));
    rows.add(one.with("ECDSA, key x = 0", KEY + 1, BigInteger.ZERO));
    rows.add(one.with("ECDSA, key x = p", KEY + 1, P));
    for (byte head : new byte[] {0, 1, 4, 5, 6, 7, (byte) 0x82}) {
      byte[] odd = small.getEncoded(true);
      odd[0] = head;
      rows.add(one.withKey("ECDSA, key that begins with " + head, odd));
    }
  }

  /** Keys that a sum with multiples of G meets in the middle. */
  private void ecdsaSums() {
    BigInteger two = BigInteger.TWO;
    List<BigInteger> secrets = List.of(BigInteger.ONE, two, BigInteger.valueOf(3), LAMBDA);
    for (BigInteger d : secrets) {
      for (BigInteger secret : List.of(d, N.subtract(d))) {
        ECPoint key = G.multiply(secret);
        String name = "ECDSA, Q = " + secret.toString(16) + " G, ";
        for (BigInteger a : List.of(BigInteger.ONE, two, K, N.subtract(BigInteger.ONE))) {
          rows.add(TestRows.ecdsa(name + "k = " + a.toString(16), secret, a, Z));
          addUnlessInfinite(name + "u1 = u2 = " + a.toString(16), key, a, a);
          addUnlessInfinite(name + "u1 = -u2", key, a, N.subtract(a));
          infinite(name, secret, a);
        }
      }
    }
  }

  private void addUnlessInfinite(String name, ECPoint key, BigInteger a, BigInteger b) {
    if (!G.multiply(a).add(key.multiply(b)).isInfinity()) {
      rows.add(TestRows.ecdsaFor(name, key, a, b));
    }
  }

  /** u1 G + u2 Q = 0: whatever r is, there is no R. */
  private void infinite(String name, BigInteger secret, BigInteger r) {
    BigInteger z = N.subtract(r.multiply(secret).mod(N));
    ECPoint key = G.multiply(secret);
    rows.add(TestRows.ecdsa(name + "sum at infinity", key, z, r, K, false));
  }

  private void schnorr() {
    byte[] message = TestRows.bytes32(Z);
    Row good = TestRows.schnorr("Schnorr", D, K, message);
    BigInteger d = TestRows.even(D);
    rows.add(good);
    for (BigInteger secret : List.of(BigInteger.ONE, BigInteger.TWO, LAMBDA)) {
      rows.add(TestRows.schnorr("Schnorr, P = " + secret + " G", secret, K, message));
      rows.add(TestRows.schnorr("Schnorr, R = " + secret + " G", D, secret, message));
      rows.add(TestRows.schnorr("Schnorr, R = ±P", secret, secret, message));
    }
    byte[] key = G.multiply(d).normalize().getEncoded(true);
    BigInteger r = good.number(SIGNATURE);
    BigInteger e = TestRows.challenge(r, key, message);
    BigInteger odd = e.multiply(d).subtract(TestRows.even(K)).mod(N);
    rows.add(good.with("Schnorr, R with an odd y", S, odd));
    rows.add(good.with("Schnorr, s = 0", S, BigInteger.ZERO));
    rows.add(good.with("Schnorr, s = n", S, N));
    rows.add(good.with("Schnorr, r = p", SIGNATURE, P));
    rows.add(good.with("Schnorr, key x = p", KEY + 1, P));
    rows.add(good.with("Schnorr, key not on the curve", KEY + 1, number("05")));
    for (BigInteger any : List.of(BigInteger.ZERO, BigInteger.ONE, r, P.subtract(BigInteger.ONE))) {
      BigInteger s = TestRows.challenge(any, key, message).multiply(d).mod(N);
      rows.add(
          TestRows.row(
              "Schnorr, R at infinity", SignatureRows.SCHNORR, key, message, any, s, false));
    }
    byte[] oddKey = key.clone();
    oddKey[0] = 3;
    rows.add(good.withKey("Schnorr, key that is not 02 and x", oddKey));
  }

  private void tweakRanges() {
    ECPoint internal = G.multiply(TestRows.even(D));
    Row good = TestRows.tweak("tweak", internal, K);
    rows.add(good);
    rows.add(good.with("tweak, other parity", S, TestRows.parityBit().subtract(good.number(S))));
    rows.add(good.with("tweak, parity 2", S, TestRows.parityBit().shiftLeft(1)));
    rows.add(good.with("tweak, not zeros at the end", S, good.number(S).add(BigInteger.ONE)));
    rows.add(TestRows.tweak("tweak of 0", internal, BigInteger.ZERO));
    Row one = TestRows.tweak("tweak of 1", internal, BigInteger.ONE);
    rows.add(one);
    rows.add(one.with("tweak of n + 1", MESSAGE, N.add(BigInteger.ONE)));
    Row zero = TestRows.tweak("tweak of 0", internal, BigInteger.ZERO);
    rows.add(zero.with("tweak of n", MESSAGE, N));
    byte[] oddKey = good.bytes();
    oddKey[KEY] = 3;
    rows.add(new Row("tweak, key that is not 02 and x", oddKey, false));
    ECPoint small = evenPointFrom(BigInteger.ONE);
    Row smallInternal = TestRows.tweak("tweak, internal x small", small, K);
    rows.add(smallInternal);
    BigInteger over = TestRows.x(small).add(P);
    rows.add(smallInternal.with("tweak, internal x + p", KEY + 1, over));
    smallOutput(small, over);
    rows.add(good.with("tweak, internal not on the curve", KEY + 1, number("05")));
  }

  private void smallOutput(ECPoint output, BigInteger over) {
    Row row =
        Stream.iterate(K, t -> t.add(BigInteger.ONE))
            .filter(t -> !TestRows.isOdd(output.subtract(G.multiply(t))))
            .map(t -> TestRows.tweak("tweak, small output", output.subtract(G.multiply(t)), t))
            .findFirst()
            .orElseThrow();
    rows.add(row);
    rows.add(row.with("tweak, output x + p", SIGNATURE, over));
  }

  private void tweakSums() {
    for (BigInteger secret : List.of(BigInteger.ONE, BigInteger.TWO, D, LAMBDA)) {
      BigInteger d = TestRows.even(secret);
      ECPoint internal = G.multiply(d);
      rows.add(TestRows.tweak("tweak that doubles", internal, d));
      Row row = TestRows.tweak("tweak to 1 G", internal, BigInteger.ONE.subtract(d).mod(N));
      rows.add(row);
      BigInteger minus = N.subtract(d);
      rows.add(row.with("tweak to infinity", MESSAGE, minus));
      Row zeros = row.with("tweak to infinity, x = 0", MESSAGE, minus);
      rows.add(zeros.with(zeros.name(), SIGNATURE, BigInteger.ZERO).with("", S, BigInteger.ZERO));
    }
  }

  private void kinds() {
    byte[] unknown = TestRows.ecdsa("", D, K, Z).bytes();
    for (byte kind : new byte[] {3, -1}) {
      unknown[0] = kind;
      rows.add(new Row("of no kind", unknown.clone(), false));
    }
    rows.add(new Row("zeros", new byte[SignatureRows.STRIDE], false));
  }

  private static Row holding(Row row) {
    return new Row(row.name(), row.bytes(), true);
  }

  /** The first point whose x is not below a number. */
  private static ECPoint pointFrom(BigInteger x) {
    return Stream.iterate(x, at -> at.add(BigInteger.ONE))
        .flatMap(at -> Optional.ofNullable(Secp256k1.lift(at, true)).stream())
        .findFirst()
        .orElseThrow();
  }

  private static ECPoint evenPointFrom(BigInteger x) {
    return pointFrom(x).negate();
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }
}
