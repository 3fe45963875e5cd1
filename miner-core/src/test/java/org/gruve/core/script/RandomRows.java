package org.gruve.core.script;

import static org.gruve.core.script.Secp256k1.G;
import static org.gruve.core.script.Secp256k1.N;

import java.math.BigInteger;
import java.util.Random;
import org.gruve.core.script.TestRows.Row;

/** Rows from a seed: of every kind, as they are signed, or with one bit turned. */
public final class RandomRows {
  private final Random random;

  /** What one seed gives is always the same. */
  public RandomRows(long seed) {
    random = new Random(seed);
  }

  /** A row that holds. */
  Row signed() {
    BigInteger message = new BigInteger(256, random);
    return switch (random.nextInt(3)) {
      case 0 -> TestRows.ecdsa("random ECDSA", scalar(), scalar(), message);
      case 1 -> TestRows.schnorr("random Schnorr", scalar(), scalar(), TestRows.bytes32(message));
      default -> TestRows.tweak("random tweak", G.multiply(TestRows.even(scalar())), scalar());
    };
  }

  /** The same with one bit turned somewhere behind its kind. */
  Row mutated(Row row) {
    byte[] bytes = row.bytes();
    int bit = 8 + random.nextInt(8 * (SignatureRows.STRIDE - 1));
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return new Row(row.name() + ", bit " + bit + " turned", bytes, false);
  }

  /** Signed rows, every second of them mutated. */
  public SignatureRows batch(int count) {
    SignatureRows rows = new SignatureRows(count);
    for (int i = 0; i < count; i++) {
      Row row = signed();
      rows.addPacked((i % 2 == 0 ? row : mutated(row)).bytes());
    }
    return rows;
  }

  private BigInteger scalar() {
    return new BigInteger(320, random).mod(N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
  }
}
