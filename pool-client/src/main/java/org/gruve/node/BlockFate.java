package org.gruve.node;

import java.util.Locale;

/** What became of a found block. */
enum BlockFate {
  /** A node has it in its chain. */
  ACCEPTED,
  /** It is good, but another block of its height came first. */
  LOST,
  /** Every node refused it. */
  REJECTED;

  /** How the file of such a block ends. */
  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
