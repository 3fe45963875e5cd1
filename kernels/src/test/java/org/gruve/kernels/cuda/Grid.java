package org.gruve.kernels.cuda;

/** How a kernel is launched. */
record Grid(Extent blocks, Extent threads, int dynamicShared) {
  static Grid of(int blocks, int threads) {
    return new Grid(Extent.of(blocks), Extent.of(threads), 0);
  }
}
