/** The CUDA kernels, run and counted without a GPU. */
@NullMarked
package org.gruve.kernels.cuda;

import org.jspecify.annotations.NullMarked;
