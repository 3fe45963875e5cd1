package org.gruve.kernels.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.gruve.core.hash.Sha256d;

/** Names code by its bytes. */
final class CodeHash {
  private static final int DIGITS = 12;

  private CodeHash() {}

  /** The first hex digits of the SHA-256 of some codes, one after the other. */
  static String of(byte[]... codes) {
    MessageDigest sha256 = Sha256d.sha256();
    for (byte[] code : codes) {
      sha256.update(code);
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
  }

  /** That of the class files; empty where one cannot be read. */
  static String of(Class<?>... types) {
    byte[][] files = new byte[types.length][];
    for (int i = 0; i < types.length; i++) {
      String name = types[i].getName();
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = types[i].getResourceAsStream(file)) {
        if (in == null) {
          return "";
        }
        files[i] = in.readAllBytes();
      } catch (IOException e) {
        return ""; // It is only for show, and its reader can tell that it is missing.
      }
    }
    return of(files);
  }
}
