/**
 * Checks what others say: headers, blocks, transactions, whole chains of a node's files, and proofs
 * about them. It reads formats and asks {@code core.check}; it knows no command line.
 */
@NullMarked
package org.gruve.validate;

import org.jspecify.annotations.NullMarked;
