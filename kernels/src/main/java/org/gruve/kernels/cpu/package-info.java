/** SHA-256d on the CPU: a scalar kernel and a Vector API kernel. */
@NullMarked
package org.gruve.kernels.cpu;

import org.jspecify.annotations.NullMarked;
