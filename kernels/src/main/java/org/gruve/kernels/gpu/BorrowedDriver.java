package org.gruve.kernels.gpu;

/** A driver that somebody else closes. */
record BorrowedDriver(GpuDriver driver) implements GpuDriver {
  @Override
  public GpuQueue queue(Setting setting) {
    return driver.queue(setting);
  }

  @Override
  public void close() {
    // Its owner goes on with it.
  }
}
