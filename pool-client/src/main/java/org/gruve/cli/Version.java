package org.gruve.cli;

/** Which build this is. */
final class Version {
  private Version() {}

  /** The version of the jar, or {@code development} when run from class files. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** What pools are told. */
  static String userAgent() {
    return "gruve/" + number();
  }
}
