/** The devices that can be had here, each tested before it is used. */
@NullMarked
package org.gruve.kernels;

import org.jspecify.annotations.NullMarked;
