package org.gruve.core.block;

import org.gruve.core.hash.Bytes;

/** An output: satoshis, and the script that locks them. */
public record TxOut(long value, Bytes script) {}
