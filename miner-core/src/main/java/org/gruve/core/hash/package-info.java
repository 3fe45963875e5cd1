/** SHA-256 and the hashes built on it, in the byte order in which they are hashed. */
@NullMarked
package org.gruve.core.hash;

import org.jspecify.annotations.NullMarked;
