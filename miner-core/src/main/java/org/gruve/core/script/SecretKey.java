package org.gruve.core.script;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.gruve.core.hash.Bytes;

/**
 * A secret key as wallets export it.
 *
 * @param secret 32 bytes, big-endian
 * @param compressed whether its public key is used in 33 bytes
 */
public record SecretKey(Bytes secret, boolean compressed) {
  private static final int SIZE = 32;

  /** Reads a key of a network, in base58 (Core: DecodeSecret); nothing where it is none. */
  public static Optional<SecretKey> parse(String text, AddressFormat format) {
    byte[] bytes = Base58.decodeChecked(text, 2 + SIZE);
    if (bytes == null || bytes.length <= SIZE || bytes[0] != (byte) format.secretKey()) {
      return Optional.empty();
    }
    boolean compressed = bytes.length == 2 + SIZE;
    byte[] secret = Arrays.copyOfRange(bytes, 1, 1 + SIZE);
    if ((compressed && bytes[1 + SIZE] != 1) || !isInRange(secret)) {
      return Optional.empty();
    }
    return Optional.of(new SecretKey(Bytes.of(secret), compressed));
  }

  private static boolean isInRange(byte[] secret) {
    BigInteger number = Secp256k1.number(secret, 0, SIZE);
    return number.signum() > 0 && number.compareTo(Secp256k1.N) < 0;
  }

  /** Does not tell the secret. */
  @Override
  public String toString() {
    return "a secret key";
  }
}
