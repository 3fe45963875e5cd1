package org.gruve.cli;

import org.gruve.core.hash.Bytes;

/**
 * What a block of our own says of us.
 *
 * @param address that gets the block's whole value
 * @param tag what else stands in the coinbase, for everyone to read for ever
 */
record Coinbase(String address, Bytes tag) {}
