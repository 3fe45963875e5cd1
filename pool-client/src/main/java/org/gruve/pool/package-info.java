/** Connections to pools: deadlines, backoff, failover. */
@NullMarked
package org.gruve.pool;

import org.jspecify.annotations.NullMarked;
