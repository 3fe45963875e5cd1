package org.gruve.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which build this is. */
public final class Version {
  private Version() {}

  /** The version of the jar, or {@code development} when run from class files. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * The commit of the build, 12 hex digits, with {@code -dirty} after it where the sources were not
   * quite that commit's; {@code unknown} when built without a Git repository.
   */
  public static String commit() {
    try (InputStream in = Version.class.getResourceAsStream("commit.properties")) {
      Properties commit = new Properties();
      if (in != null) {
        commit.load(in);
      }
      return commit.getProperty("commit", "unknown");
    } catch (IOException e) {
      return "unknown"; // A jar that has become unreadable will be noticed elsewhere.
    }
  }

  /** What pools are told. */
  static String userAgent() {
    return "gruve/" + number();
  }
}
