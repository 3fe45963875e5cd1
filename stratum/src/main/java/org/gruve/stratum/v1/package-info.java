/** Stratum V1: messages, line codec, and pure sessions for both ends. */
@NullMarked
package org.gruve.stratum.v1;

import org.jspecify.annotations.NullMarked;
