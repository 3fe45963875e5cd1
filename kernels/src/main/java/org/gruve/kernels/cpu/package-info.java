/** SHA-256d on the CPU: kernels of machine code, of the Vector API, and a scalar one. */
@NullMarked
package org.gruve.kernels.cpu;

import org.jspecify.annotations.NullMarked;
