package org.gruve.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Bytes from wherever a user keeps them: a file, standard input, or hex digits on the command line.
 *
 * @param name what to call it in a sentence
 * @param bytes as they are; {@link #decoded} where hex stands for bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read once and passed on, never compared
public record RawInput(String name, byte[] bytes) {
  /** Room for a block in hex with line breaks. */
  public static final int MOST_BLOCK = 16 << 20;

  /** Room for a block's spent outputs in the most talkative JSON. */
  public static final int MOST_PREVOUTS = 128 << 20;

  private static final int SHOWN = 40;

  /**
   * Reads a file, standard input ({@code -}), or hex digits.
   *
   * @param most bytes; more are refused before they are kept
   */
  public static RawInput read(String argument, InputStream stdin, int most) {
    if (argument.equals("-")) {
      return limited("standard input", stdin, most);
    }
    if (isFile(argument)) {
      return file(argument, most);
    }
    if (Hex.isHex(argument)) {
      return new RawInput("the argument", Hex.ascii(argument));
    }
    throw InputException.usage("'" + shortened(argument) + "' is neither a file nor hex digits");
  }

  /** Reads a file or standard input ({@code -}), where hex on the command line makes no sense. */
  public static RawInput readFile(String argument, InputStream stdin, int most) {
    if (argument.equals("-") || isFile(argument)) {
      return read(argument, stdin, most);
    }
    throw InputException.usage("there is no file '" + shortened(argument) + "'");
  }

  /** The bytes, or what they spell where all of them are hex digits and white space. */
  public byte[] decoded() {
    return Hex.decode(bytes);
  }

  private static boolean isFile(String argument) {
    try {
      Path path = Path.of(argument.isBlank() ? "\0" : argument);
      if (Files.isDirectory(path)) {
        throw InputException.usage("'" + argument + "' is a folder; name a file in it");
      }
      return Files.exists(path);
    } catch (InvalidPathException e) {
      // No path can be spelled like that: hex digits, perhaps.
      return false;
    }
  }

  private static RawInput file(String name, int most) {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return limited(name, in, most);
    } catch (IOException e) {
      throw InputException.io("cannot read " + name, e);
    }
  }

  private static RawInput limited(String name, InputStream in, int most) {
    try {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw InputException.invalid(name + " is larger than the " + most + " bytes allowed here");
      }
      if (bytes.length == 0) {
        throw InputException.invalid(name + " is empty");
      }
      return new RawInput(name, bytes);
    } catch (IOException e) {
      throw InputException.io("cannot read " + name, e);
    }
  }

  private static String shortened(String argument) {
    return argument.length() <= SHOWN ? argument : argument.substring(0, SHOWN) + "...";
  }
}
