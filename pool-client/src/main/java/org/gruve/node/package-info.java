/** Speaks to a Bitcoin node over its JSON-RPC. */
@NullMarked
package org.gruve.node;

import org.jspecify.annotations.NullMarked;
