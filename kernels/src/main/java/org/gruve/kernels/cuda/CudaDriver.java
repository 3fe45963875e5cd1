package org.gruve.kernels.cuda;

import java.util.HashMap;
import java.util.Map;
import org.gruve.kernels.gpu.GpuDriver;
import org.gruve.kernels.gpu.GpuQueue;
import org.gruve.kernels.gpu.Grid;
import org.gruve.kernels.gpu.Setting;
import org.gruve.kernels.gpu.Variant;

/** A device's context, and its modules by the variant of their kernels. */
final class CudaDriver implements GpuDriver {
  private final CudaContext context;
  private final int units;
  private final Map<Variant, CudaModule> modules = new HashMap<>();

  private CudaDriver(CudaContext context, int units) {
    this.context = context;
    this.units = units;
  }

  static CudaDriver open(CudaDevice device) {
    device.requireCapability();
    int units = device.units();
    return new CudaDriver(CudaContext.open(device), units);
  }

  @Override
  public synchronized GpuQueue queue(Setting setting) {
    context.use();
    CudaModule module =
        modules.computeIfAbsent(
            setting.variant(), variant -> CudaModule.load(CudaText.of(variant)));
    return new CudaQueue(context, module, new Grid(units, setting));
  }

  @Override
  public synchronized void close() {
    modules.clear();
    context.close();
  }
}
