/** Consensus rules as functions of their arguments, with Bitcoin Core's boundaries and names. */
@NullMarked
package org.gruve.core.check;

import org.jspecify.annotations.NullMarked;
