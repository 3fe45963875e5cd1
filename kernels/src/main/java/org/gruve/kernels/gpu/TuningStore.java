package org.gruve.kernels.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tuning has found, in a text file: a line for each device, driver, kernel text, kernel and
 * goal. A file that cannot be read or written costs no more than another tuning, so nothing here
 * fails; lines that make no sense are left alone.
 */
public final class TuningStore {
  private static final String TAB = "\t";

  private final Path file;

  /** Reads and writes that file; its folder is made when it is needed. */
  public TuningStore(Path file) {
    this.file = file;
  }

  /** What was found for a key. */
  public synchronized Optional<Setting> of(Key key) {
    return lines().stream()
        .filter(line -> line.startsWith(key.text() + TAB))
        .findFirst()
        .flatMap(line -> Setting.parse(line.substring(key.text().length() + 1)));
  }

  /** Remembers it in place of what was there; false where that fails. */
  public synchronized boolean put(Key key, Setting setting) {
    List<String> lines = new ArrayList<>(lines());
    lines.removeIf(line -> line.startsWith(key.text() + TAB));
    lines.add(key.text() + TAB + setting.label());
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(folder, "tuning-", ".tmp");
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      return false; // Its caller can say so; mining goes on all the same.
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of(); // Damaged: as if nothing had been found yet, and written anew.
    }
  }

  /**
   * What a setting was found for.
   *
   * @param device its name
   * @param driver its driver's version
   * @param kernelHash the hash of the text of its kernels
   * @param kernel {@code versions} or {@code nonces}
   */
  public record Key(
      String device, String driver, String kernelHash, String kernel, TuningGoal goal) {
    String text() {
      return String.join(TAB, clean(device), clean(driver), kernelHash, kernel, goal.name());
    }

    private static String clean(String text) {
      return text.replaceAll("\\s+", " ");
    }
  }
}
