package org.gruve.kernels.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Small files of the kernel. What is missing, forbidden or no number is simply not offered. */
final class SensorFile {
  private SensorFile() {}

  /** The number in a file, divided by {@code scale}. */
  static OptionalDouble number(Path file, double scale) {
    try {
      return OptionalDouble.of(Long.parseLong(text(file)) / scale);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The text in a file without its end of line; empty where it cannot be read. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      // A sensor that sleeps answers with an error; one that only root may read does, too.
      return "";
    }
  }

  /** What in a folder has a name of this form ({@code hwmon*}), in the order of names. */
  static List<Path> in(Path folder, String form) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, form)) {
      entries.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }
}
