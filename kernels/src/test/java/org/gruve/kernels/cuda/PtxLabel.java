package org.gruve.kernels.cuda;

/** Where a branch leads; branches are read before it is known. */
final class PtxLabel {
  private int index = -1;

  void put(int index) {
    this.index = index;
  }

  boolean isPut() {
    return index >= 0;
  }

  int index() {
    return index;
  }
}
