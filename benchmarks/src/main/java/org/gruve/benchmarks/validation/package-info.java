/** How long headers, blocks and scripts take to check, beside the least that they could take. */
@NullMarked
package org.gruve.benchmarks.validation;

import org.jspecify.annotations.NullMarked;
