/** JMH benchmarks in pairs: scalar and vector kernels, plain and version-rolled layouts. */
@NullMarked
package org.gruve.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
