/** Devices of OpenCL drivers, through JOCL. */
@NullMarked
package org.gruve.kernels.opencl;

import org.jspecify.annotations.NullMarked;
