package org.gruve.kernels;

/** A way to devices: the CPU's own, CUDA, OpenCL. */
public interface Backend {
  /** {@code cpu}, {@code cuda} or {@code opencl}; the ids of its devices begin with it. */
  String name();

  /**
   * Looks for devices, without starting anything on them. A machine without them is normal: then it
   * says why there is none. It may take a while, and may even hang: whoever calls it expects that.
   */
  Discovery discover();
}
