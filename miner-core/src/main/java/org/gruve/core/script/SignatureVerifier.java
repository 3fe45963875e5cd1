package org.gruve.core.script;

import java.util.BitSet;

/**
 * Verifies signatures in batches. Encodings and ranges have been checked before a row is written,
 * but no backend relies on it: a row that is out of range does not hold.
 */
public interface SignatureVerifier {
  /** Its name, as {@code --json} and {@code devices} show it. */
  String name();

  /** Bit i is set where row i holds. Any thread, many at once. */
  BitSet verify(SignatureRows rows);
}
