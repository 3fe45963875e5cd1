package org.gruve.kernels;

/** The CPU, which is always there. */
final class CpuBackend implements Backend {
  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public Discovery discover() {
    return Discovery.of(CpuOffer.discover());
  }
}
