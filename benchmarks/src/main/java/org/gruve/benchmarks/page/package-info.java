/** docs/benchmarks.md, made from the raw files of measurements. */
@NullMarked
package org.gruve.benchmarks.page;

import org.jspecify.annotations.NullMarked;
