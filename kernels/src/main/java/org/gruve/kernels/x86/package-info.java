/** Machine code for x86-64: an assembler of what kernels need, and its memory and call. */
@NullMarked
package org.gruve.kernels.x86;

import org.jspecify.annotations.NullMarked;
