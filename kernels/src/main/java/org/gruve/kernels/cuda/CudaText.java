package org.gruve.kernels.cuda;

import org.gruve.kernels.gpu.GpuText;
import org.gruve.kernels.gpu.Variant;

/** The text of the kernels in PTX, which the driver assembles for its device. */
final class CudaText {
  private CudaText() {}

  /** As the jar carries it. */
  static String source() {
    return GpuText.beside(CudaText.class, "kernels.ptx");
  }

  static String of(Variant variant) {
    return PtxVariant.of(source(), variant);
  }
}
