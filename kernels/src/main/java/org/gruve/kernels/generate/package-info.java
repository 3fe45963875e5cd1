/** What a lane computes, as a program from which kernels are generated. */
@NullMarked
package org.gruve.kernels.generate;

import org.jspecify.annotations.NullMarked;
