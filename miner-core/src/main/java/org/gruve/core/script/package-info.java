/**
 * Scripts and signatures: the interpreter, the hashes that signatures sign, and the batches in
 * which signatures are verified (Core: script/interpreter.cpp, pubkey.cpp).
 */
@NullMarked
package org.gruve.core.script;

import org.jspecify.annotations.NullMarked;
