package org.gruve.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.gruve.core.TestData;

/**
 * The blocks folder that a Bitcoin Core left in regtest: 139 blocks after genesis, XOR key, undo.
 */
public final class NodeFolder {
  private static final int RECORD = 512;

  private NodeFolder() {}

  /** Unpacks it. */
  public static Path in(Path folder) throws IOException {
    byte[] packed = TestData.bytes("node/regtest_blocks_dir.tar.gz");
    try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (byte[] head = tar.readNBytes(RECORD);
          head.length == RECORD && head[0] != 0;
          head = tar.readNBytes(RECORD)) {
        String name = new String(head, 0, 100, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
        String octal = new String(head, 124, 11, StandardCharsets.US_ASCII).strip();
        int size = Integer.parseInt(octal, 8);
        byte[] content = tar.readNBytes((size + RECORD - 1) / RECORD * RECORD);
        if (size > 0) {
          Path file = folder.resolve(Path.of(name).getFileName().toString());
          Files.write(file, java.util.Arrays.copyOf(content, size));
        }
      }
    }
    return folder;
  }
}
