/** The command line. */
@NullMarked
package org.gruve.cli;

import org.jspecify.annotations.NullMarked;
