package org.gruve.kernels.cuda;

/** An operand in square brackets. */
record PtxAddress(Space space, int base, long displacement) {
  long in(PtxThread thread) {
    return thread.read(base) + displacement;
  }
}
