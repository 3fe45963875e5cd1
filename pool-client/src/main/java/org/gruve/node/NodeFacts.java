package org.gruve.node;

import org.gruve.core.hash.Hash256;

/**
 * What is known of a node that can be mined on.
 *
 * @param payout our address, as this chain reads it
 */
record NodeFacts(Chain chain, Hash256 genesis, Payout payout, int blocks, boolean syncing) {}
