/** The built-in practice network and its pool. */
@NullMarked
package org.gruve.practice;

import org.jspecify.annotations.NullMarked;
