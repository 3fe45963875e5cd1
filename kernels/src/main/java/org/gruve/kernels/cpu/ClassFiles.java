package org.gruve.kernels.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.gruve.core.hash.Sha256d;

/** Names code by what it is compiled to. */
final class ClassFiles {
  private static final int DIGITS = 12;

  private ClassFiles() {}

  /**
   * The first hex digits of the SHA-256 of the class files one after the other; empty where one
   * cannot be read.
   */
  static String hash(Class<?>... types) {
    MessageDigest sha256 = Sha256d.sha256();
    for (Class<?> type : types) {
      String name = type.getName();
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        if (in == null) {
          return "";
        }
        sha256.update(in.readAllBytes());
      } catch (IOException e) {
        return ""; // It is only for show, and its reader can tell that it is missing.
      }
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
  }
}
