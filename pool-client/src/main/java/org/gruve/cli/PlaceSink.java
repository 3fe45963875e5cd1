package org.gruve.cli;

/** A command that takes options in the order in which they are written. */
interface PlaceSink {
  /** One more option, by its long name without dashes. */
  void take(String name, String value);
}
