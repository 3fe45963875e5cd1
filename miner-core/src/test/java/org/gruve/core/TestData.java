package org.gruve.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gruve.core.block.BlockHeader;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of conformance vectors and chain data; a test that needs it skips where it is absent.
 */
public final class TestData {
  private TestData() {}

  /** The bytes of a file of the folder, such as {@code headers/mainnet_0_10236.bin}. */
  public static byte[] bytes(String name) {
    Path file = folder().resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), () -> "skipped: " + file + " is absent (-Dgruve.data=FOLDER)");
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of 80-byte headers, one after the other. */
  public static List<BlockHeader> headers(String name) {
    byte[] all = bytes(name);
    return IntStream.range(0, all.length / BlockHeader.SIZE)
        .mapToObj(i -> BlockHeader.parse(all, i * BlockHeader.SIZE))
        .toList();
  }

  /** The lines of a UTF-8 text file of the folder. */
  public static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
  }

  private static Path folder() {
    Path root = Path.of(System.getProperty("gruve.root", ".."));
    return root.resolve(System.getProperty("gruve.data", "../shared/data")).normalize();
  }
}
