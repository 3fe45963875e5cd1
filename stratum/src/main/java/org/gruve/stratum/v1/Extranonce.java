package org.gruve.stratum.v1;

import org.gruve.core.hash.Bytes;

/** A connection's extranonce1 and the bytes that are left to the miner. */
record Extranonce(Bytes extranonce1, int extranonce2Size) {}
