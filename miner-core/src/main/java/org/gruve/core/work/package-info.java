/** What is handed from a pool or node to a device and back: jobs, work, candidates, shares. */
@NullMarked
package org.gruve.core.work;

import org.jspecify.annotations.NullMarked;
