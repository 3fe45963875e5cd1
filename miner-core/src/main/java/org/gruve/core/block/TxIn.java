package org.gruve.core.block;

import java.util.List;
import org.gruve.core.hash.Bytes;

/**
 * An input: the output it spends, the script that unlocks it, and the witness, which stands apart
 * on the wire and is not part of the txid.
 */
public record TxIn(OutPoint prevout, Bytes script, int sequence, List<Bytes> witness) {
  /** The sequence of an input that asks for nothing. */
  public static final int SEQUENCE_FINAL = -1;

  /** Keeps an immutable copy of the witness. */
  public TxIn {
    witness = List.copyOf(witness);
  }
}
