package org.gruve.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;

/** The arguments of a kernel, one after the other; the driver copies them when it is launched. */
final class CudaArguments {
  private final List<NativePointerObject> values = new ArrayList<>();

  /** A number, or a struct of such. */
  CudaArguments words(int... words) {
    values.add(Pointer.to(words));
    return this;
  }

  CudaArguments memory(CUdeviceptr memory) {
    values.add(Pointer.to(memory));
    return this;
  }

  Pointer pointer() {
    return Pointer.to(values.toArray(NativePointerObject[]::new));
  }
}
