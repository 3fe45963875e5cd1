package org.gruve.kernels.opencl;

import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.GpuText;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Variant;

/** The source of the kernels in OpenCL C, and the options that it is compiled with. */
final class OpenClText {
  /** Nonces whose schedules a group keeps in its local memory: 12 KB. */
  private static final int ROWS = 64;

  private OpenClText() {}

  static String source() {
    return GpuText.beside(OpenClText.class, "words.cl") + GpuText.kernels();
  }

  static String options(Setting setting, boolean nvidia) {
    Variant variant = setting.variant();
    return "-cl-std=CL1.2 -DGROUP_SIZE=%d -DADDS=%d -DSHIFTS=%d -DTURNS=%d -DROWS=%d -DSLOTS=%d%s"
        .formatted(
            setting.groupSize(),
            variant.sums() ? 1 : 0,
            variant.shifts() ? 1 : 0,
            variant.turns(),
            ROWS,
            GpuQueue.SLOTS,
            nvidia ? " -DNVIDIA" : "");
  }
}
