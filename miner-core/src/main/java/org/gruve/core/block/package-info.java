/** Formats of the chain: headers, targets, difficulties, merkle trees, transactions, blocks. */
@NullMarked
package org.gruve.core.block;

import org.jspecify.annotations.NullMarked;
