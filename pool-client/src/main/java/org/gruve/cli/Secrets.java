package org.gruve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must not be shown, and who can read it. */
final class Secrets {
  /** What stands for a secret. */
  static final String MASK = "********";

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private Secrets() {}

  /** A value as it may be shown. */
  static String shown(String key, String text) {
    return switch (key) {
      case "pass" -> isSecret(key, text) ? MASK : text;
      case "proxy", "url", "node" -> text.replaceFirst("(?<=//|^|:)[^/@]*@", MASK + "@");
      default -> text;
    };
  }

  /** Whether nobody else should read it; {@code x} and a wish for a difficulty are no secrets. */
  static boolean isSecret(String key, String text) {
    return switch (key) {
      case "pass" -> !text.equals("x") && !text.matches("(x,)?d=[a-z0-9.]+");
      case "proxy", "url", "node" -> text.contains("@");
      default -> false;
    };
  }

  /** A sentence where others can read the file and it holds a secret. */
  static List<String> warnings(ConfigFile file) {
    return file
        .path()
        .filter(path -> holdsSecret(file) && othersRead(path))
        .map(
            path ->
                path
                    + " holds a password and can be read by others; chmod 600 it, or keep the"
                    + " password in a file of its own with pass-file")
        .stream()
        .toList();
  }

  private static boolean holdsSecret(ConfigFile file) {
    return Stream.concat(file.tables().values().stream(), file.pools().stream())
        .map(Map::entrySet)
        .flatMap(Set::stream)
        .anyMatch(
            entry ->
                entry.getValue().stream().anyMatch(said -> isSecret(entry.getKey(), said.text())));
  }

  private static boolean othersRead(Path path) {
    try {
      return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      // Where permissions cannot be told there is nothing to warn of.
      return false;
    }
  }
}
