/** What kernels of every kind are given of a header and of a target, made by the CPU. */
@NullMarked
package org.gruve.kernels.header;

import org.jspecify.annotations.NullMarked;
