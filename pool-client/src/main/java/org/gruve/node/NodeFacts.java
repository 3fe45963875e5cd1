package org.gruve.node;

import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;

/**
 * What is known of a node that can be mined on.
 *
 * @param payout the script of our address
 */
record NodeFacts(NodeChain chain, Hash256 genesis, Bytes payout, int blocks, boolean syncing) {}
