package org.gruve.practice;

import java.util.List;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/** The first output of a transaction, which anyone may spend. */
record Coin(Hash256 txid, long value) {
  private static final int OP_TRUE = 0x51;

  /** The script that anyone can spend. */
  static final Bytes ANYONE = Bytes.of(new byte[] {OP_TRUE});

  /** A transaction that hands the whole coin on, again to anyone. */
  Transaction handOn() {
    TxIn input = new TxIn(new OutPoint(txid, 0), Bytes.EMPTY, TxIn.SEQUENCE_FINAL, List.of());
    return new Transaction(2, List.of(input), List.of(new TxOut(value, ANYONE)), 0);
  }
}
