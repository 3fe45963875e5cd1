package org.gruve.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a node hides its block files with, so that virus scanners leave them alone: eight bytes,
 * repeated from the start of each file (Core: util/obfuscation.h, {@code blocks/xor.dat}).
 */
public final class XorKey {
  private static final int SIZE = 8;

  private final byte[] key;

  private XorKey(byte[] key) {
    this.key = key;
  }

  /** No key. */
  public static XorKey none() {
    return new XorKey(new byte[SIZE]);
  }

  /** The key of a folder; zeros where it has none, as before Bitcoin Core 28. */
  public static XorKey of(Path folder) {
    Path file = folder.resolve("xor.dat");
    try {
      if (!Files.exists(file)) {
        return none();
      }
      if (Files.size(file) != SIZE) {
        throw InputException.invalid(file + " has " + Files.size(file) + " bytes, not 8");
      }
      return new XorKey(Files.readAllBytes(file));
    } catch (IOException e) {
      throw InputException.io("cannot read " + file, e);
    }
  }

  /** The key of a node's file that is named alone; none for other files. */
  public static XorKey beside(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && BlockFile.isNamedByNode(file) ? of(folder) : none();
  }

  /** Applies it to the first {@code size} bytes, which stand at {@code offset} of a file. */
  void apply(byte[] bytes, int size, long offset) {
    int at = (int) (offset % SIZE);
    for (int i = 0; i < size; i++) {
      bytes[i] ^= key[at];
      at = at + 1 == SIZE ? 0 : at + 1;
    }
  }
}
