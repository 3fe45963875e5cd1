/** The mining loop: devices, workers, the two doors between threads, meters. */
@NullMarked
package org.gruve.core.mine;

import org.jspecify.annotations.NullMarked;
