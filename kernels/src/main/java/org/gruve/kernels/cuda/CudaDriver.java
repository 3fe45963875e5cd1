package org.gruve.kernels.cuda;

import org.gruve.kernels.gpu.Compilations;
import org.gruve.kernels.gpu.GpuDriver;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Grid;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Variant;

/** A device's context, and its modules by the variant of their kernels. */
final class CudaDriver implements GpuDriver {
  private final CudaContext context;
  private final int units;
  private final Compilations<Variant, CudaModule> modules =
      new Compilations<>(variant -> CudaModule.load(CudaText.of(variant)));

  private CudaDriver(CudaContext context, int units) {
    this.context = context;
    this.units = units;
  }

  static CudaDriver open(CudaDevice device) {
    int units = device.units();
    return new CudaDriver(CudaContext.open(device), units);
  }

  @Override
  public GpuQueue queue(Setting setting) {
    context.use();
    CudaModule module = modules.of(setting.variant());
    return new CudaQueue(context, module, new Grid(units, setting));
  }

  @Override
  public void close() {
    context.close();
  }
}
