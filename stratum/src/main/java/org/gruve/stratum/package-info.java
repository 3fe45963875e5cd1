/** What Stratum versions share. */
@NullMarked
package org.gruve.stratum;

import org.jspecify.annotations.NullMarked;
