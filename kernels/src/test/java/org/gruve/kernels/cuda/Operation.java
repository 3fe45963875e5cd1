package org.gruve.kernels.cuda;

/**
 * What an instruction computes, of up to three sources. Values of 32 bits come without a sign, and
 * bits beyond the result's width are cut off behind it.
 */
@FunctionalInterface
interface Operation {
  long of(long a, long b, long c);
}
