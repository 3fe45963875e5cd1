/** NVIDIA's GPUs, through the driver API of CUDA, as JCuda binds it. */
@NullMarked
package org.gruve.kernels.cuda;

import org.jspecify.annotations.NullMarked;
