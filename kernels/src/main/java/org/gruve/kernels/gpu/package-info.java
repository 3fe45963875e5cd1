/**
 * What GPUs have in common, whatever their driver: how a work is cut into launches, how their hits
 * come home, and how the best variant of a kernel is found.
 */
@NullMarked
package org.gruve.kernels.gpu;

import org.jspecify.annotations.NullMarked;
