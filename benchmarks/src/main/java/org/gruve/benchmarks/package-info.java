/** What measurements have in common: the machine, raw files, medians. */
@NullMarked
package org.gruve.benchmarks;

import org.jspecify.annotations.NullMarked;
