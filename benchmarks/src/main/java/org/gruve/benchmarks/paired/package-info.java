/** Side by side: Gruve and another miner on one machine, in turns. */
@NullMarked
package org.gruve.benchmarks.paired;

import org.jspecify.annotations.NullMarked;
