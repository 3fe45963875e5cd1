/** JMH benchmarks in pairs: scalar and vector kernels, one version and many. */
@NullMarked
package org.gruve.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
