package org.gruve.kernels.secp;

import static org.gruve.core.script.SignatureRows.KEY;
import static org.gruve.core.script.SignatureRows.MESSAGE;
import static org.gruve.core.script.SignatureRows.SIGNATURE;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.BitSet;
import org.gruve.core.script.SignatureRows;
import org.gruve.core.script.SignatureVerifier;

/** Rows by libsecp256k1, one call per row. */
final class Secp256k1Verifier implements SignatureVerifier {
  private final Secp256k1 functions;

  Secp256k1Verifier(Secp256k1 functions) {
    this.functions = functions;
  }

  @Override
  public String name() {
    return "libsecp256k1";
  }

  @Override
  public BitSet verify(SignatureRows rows) {
    return rows.where(index -> holds(rows, index));
  }

  private boolean holds(SignatureRows rows, int index) {
    try {
      return switch (rows.kind(index)) {
        case SignatureRows.ECDSA -> ecdsa(rows, index);
        case SignatureRows.SCHNORR -> isEven(rows, index) && schnorr(rows, index);
        case SignatureRows.TWEAK -> isEven(rows, index) && tweak(rows, index);
        default -> false;
      };
    } catch (Secp256k1Exception _) {
      // So the binding says that a key is no point, that a number is out of range, or infinity.
      return false;
    }
  }

  /** The library refuses a high s by itself. */
  private boolean ecdsa(SignatureRows rows, int index) {
    return functions.verify(
        rows.part(index, SIGNATURE, 64), rows.part(index, MESSAGE, 32), rows.part(index, KEY, 33));
  }

  private boolean schnorr(SignatureRows rows, int index) {
    return functions.verifySchnorr(
        rows.part(index, SIGNATURE, 64),
        rows.part(index, MESSAGE, 32),
        rows.part(index, KEY + 1, 32));
  }

  /** The sum comes as 65 bytes: 4, x, y. */
  private boolean tweak(SignatureRows rows, int index) {
    byte[] sum = functions.pubKeyTweakAdd(rows.part(index, KEY, 33), rows.part(index, MESSAGE, 32));
    byte[] expected = new byte[64];
    System.arraycopy(sum, 1, expected, 0, 32);
    expected[32] = (byte) (sum[64] & 1);
    return Arrays.equals(expected, rows.part(index, SIGNATURE, 64));
  }

  private static boolean isEven(SignatureRows rows, int index) {
    return rows.part(index, KEY, 1)[0] == 2;
  }
}
