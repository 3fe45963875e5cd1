/** Signatures by libsecp256k1, the library that Bitcoin Core verifies them with. */
@NullMarked
package org.gruve.kernels.secp;

import org.jspecify.annotations.NullMarked;
