package org.gruve.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a user names; {@code ~/} is the home folder also where no shell has read it. */
final class UserFile {
  private static final int MOST_SECRET = 4096;

  private UserFile() {}

  /** The path, of a file that can be read now. */
  static Path readable(String option, Said said) {
    Path path = path(option, said);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      String why = Files.exists(path) ? "cannot be read" : "does not exist";
      throw said.wrong(option + ": the file " + path + " " + why);
    }
    return path;
  }

  /** The first line of a small file. */
  static String firstLine(String option, Said said) {
    Path path = path(option, said);
    try {
      if (Files.size(path) > MOST_SECRET) {
        throw said.wrong(option + ": " + path + " is too large to hold nothing but a password");
      }
      return Files.readString(path, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw said.wrong(option + ": cannot read " + path + ": " + why(e)).because(e);
    }
  }

  /** The path; whether there is a file shows later. */
  static Path path(String option, Said said) {
    String text = said.text();
    try {
      return text.startsWith("~/")
          ? Path.of(System.getProperty("user.home"), text.substring(2))
          : Path.of(text);
    } catch (InvalidPathException e) {
      throw said.wrong(option + " needs the path of a file").because(e);
    }
  }

  /** Why a file could not be read. */
  static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "no permission";
      case MalformedInputException _ -> "it is no text in UTF-8";
      default -> Failure.sentence(e);
    };
  }
}
