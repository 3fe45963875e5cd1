package org.gruve.validate;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.gruve.core.block.BlockHeader;

/** Headers one after the other, 80 bytes each, or as many in hex; a few thousand at a time. */
public final class HeaderSource implements Closeable {
  private static final int PEEK = 160;
  private static final int BATCH = 2000;

  private final String name;
  private final InputStream in;
  private final boolean hex;
  private final long expected;
  private long read;

  private HeaderSource(String name, InputStream in, boolean hex, long expected) {
    this.name = name;
    this.in = in;
    this.hex = hex;
    this.expected = expected;
  }

  /** Reads a file, or standard input ({@code -}). */
  public static HeaderSource open(String argument, InputStream stdin) {
    try {
      if (argument.equals("-")) {
        return of("standard input", stdin, 0);
      }
      Path file = Path.of(argument);
      if (!Files.exists(file) || Files.isDirectory(file)) {
        throw InputException.usage("there is no file '" + argument + "'");
      }
      return of(argument, Files.newInputStream(file), Files.size(file));
    } catch (IOException e) {
      throw InputException.io("cannot read " + argument, e);
    } catch (InvalidPathException e) {
      throw InputException.usage("there is no file '" + argument + "'").because(e);
    }
  }

  /** Reads bytes that are there already. */
  public static HeaderSource of(String name, byte[] bytes) {
    try {
      return of(name, new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  private static HeaderSource of(String name, InputStream stream, long size) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
    in.mark(PEEK);
    boolean hex = Hex.looksLikeHex(in.readNBytes(PEEK));
    in.reset();
    return new HeaderSource(name, in, hex, size / (hex ? 2 : 1) / BlockHeader.SIZE);
  }

  /**
   * The bytes of the next headers, up to 2,000; none at the end. InputException where the last is
   * cut short.
   */
  public byte[] next() {
    try {
      byte[] bytes =
          hex ? spelled(BATCH * BlockHeader.SIZE) : in.readNBytes(BATCH * BlockHeader.SIZE);
      read += bytes.length / BlockHeader.SIZE;
      int rest = bytes.length % BlockHeader.SIZE;
      if (rest != 0) {
        throw InputException.invalid(
            name + " ends with " + rest + " bytes of a header after " + read + " headers");
      }
      return bytes;
    } catch (IOException e) {
      throw InputException.io("cannot read " + name, e);
    }
  }

  /** What to call it in a sentence. */
  String name() {
    return name;
  }

  /** About how many headers there are; 0 where that is not known. */
  public long expected() {
    return expected;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw InputException.io("cannot read " + name, e);
    }
  }

  private byte[] spelled(int most) throws IOException {
    byte[] out = new byte[most];
    int digits = 0;
    while (digits < 2 * most) {
      int next = in.read();
      if (next < 0) {
        return Arrays.copyOf(out, digits / 2);
      }
      if (HexFormat.isHexDigit(next)) {
        out[digits / 2] |= (byte) (HexFormat.fromHexDigit(next) << (digits % 2 == 0 ? 4 : 0));
        digits++;
      } else if (next == 'x' && digits == 1 && read == 0) {
        digits = 0;
      } else if (!Hex.isSpace((byte) next)) {
        throw InputException.invalid(
            name
                + " has a letter among its hex digits that is none, after "
                + digits / 2
                + " bytes");
      }
    }
    return out;
  }
}
