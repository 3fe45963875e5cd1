package org.gruve.core.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.gruve.core.hash.Sha256d;

/** BIP340's e before it is reduced: the tagged hash of r, the key's x and the message. */
final class SchnorrChallenge {
  private static final byte[] TAG = Sha256d.sha256().digest("BIP0340/challenge".getBytes(US_ASCII));

  private SchnorrChallenge() {}

  /** The challenge of a row of {@link SignatureRows}. */
  static BigInteger of(byte[] row) {
    MessageDigest sha256 = Sha256d.sha256();
    sha256.update(TAG);
    sha256.update(TAG);
    sha256.update(row, SignatureRows.SIGNATURE, 32);
    sha256.update(row, SignatureRows.KEY + 1, 32);
    sha256.update(row, SignatureRows.MESSAGE, 32);
    return new BigInteger(1, sha256.digest());
  }
}
