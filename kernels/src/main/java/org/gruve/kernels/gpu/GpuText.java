package org.gruve.kernels.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gruve.core.hash.Sha256d;

/** The texts of kernels, as the jar carries them. */
public final class GpuText {
  private static final int DIGITS = 12;

  private GpuText() {}

  /** The text of a file beside {@code type}. */
  public static String beside(Class<?> type, String file) {
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's " + file + " cannot be read", e);
    }
  }

  /** What all languages have in common; a language's own words must stand before it. */
  public static String kernels() {
    return beside(GpuText.class, "tricks.h")
        + beside(GpuText.class, "rounds.h")
        + beside(GpuText.class, "kernels.h");
  }

  /** The first 12 hex digits of a text's SHA-256. */
  public static String hash(String text) {
    byte[] digest = Sha256d.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }
}
