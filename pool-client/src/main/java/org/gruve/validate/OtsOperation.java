package org.gruve.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.gruve.core.hash.Hash160;
import org.gruve.core.hash.Keccak256;
import org.gruve.core.hash.Sha256d;

/** The operations of OpenTimestamps, from a message to the next. */
final class OtsOperation {
  private static final int MOST = 4096;
  private static final int SHA1 = 0x02;
  private static final int RIPEMD160 = 0x03;
  private static final int SHA256 = 0x08;
  private static final int KECCAK256 = 0x67;
  private static final int APPEND = 0xf0;
  private static final int PREPEND = 0xf1;
  private static final int REVERSE = 0xf2;
  private static final int HEXLIFY = 0xf3;

  private OtsOperation() {}

  /** Bytes of what a hash results in; nothing where a tag names no hash. */
  static OptionalInt hashSize(int tag) {
    return switch (tag) {
      case SHA1, RIPEMD160 -> OptionalInt.of(20);
      case SHA256, KECCAK256 -> OptionalInt.of(32);
      default -> OptionalInt.empty();
    };
  }

  /** What an operation makes of a message; its argument, if it has one, is read. */
  static byte[] apply(int tag, byte[] message, OtsReader in) {
    byte[] result =
        switch (tag) {
          case APPEND -> joined(message, in.varBytes(1, MOST));
          case PREPEND -> joined(in.varBytes(1, MOST), message);
          case REVERSE -> reversed(message);
          case HEXLIFY -> HexFormat.of().formatHex(message).getBytes(StandardCharsets.US_ASCII);
          default -> {
            if (hashSize(tag).isEmpty()) {
              throw in.refused(String.format("operation %02x is not known", tag));
            }
            yield hash(tag, message);
          }
        };
    if (result.length > MOST || result.length == 0) {
      throw in.refused("a message of " + result.length + " bytes where 1 to 4096 are allowed");
    }
    return result;
  }

  /** The hash with this tag of a file; of one that only rare hashes are for, no more than 1 GB. */
  static byte[] hash(int tag, InputStream content) throws IOException {
    if (tag != SHA256 && tag != SHA1) {
      return hash(tag, content.readNBytes(1 << 30));
    }
    MessageDigest digest = tag == SHA256 ? Sha256d.sha256() : sha1();
    try (DigestInputStream in = new DigestInputStream(content, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  /** The hash with this tag. */
  static byte[] hash(int tag, byte[] message) {
    return switch (tag) {
      case SHA1 -> sha1().digest(message);
      case RIPEMD160 -> Hash160.ripemd160(message);
      case KECCAK256 -> Keccak256.hash(message);
      default -> Sha256d.sha256().digest(message);
    };
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-1, which every JDK must have", e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] reversed(byte[] message) {
    byte[] out = new byte[message.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = message[message.length - 1 - i];
    }
    return out;
  }
}
