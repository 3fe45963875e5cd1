package org.gruve.kernels;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.gpu.Checks;
import org.gruve.kernels.gpu.FoundGpu;
import org.gruve.kernels.gpu.GpuDevice;
import org.gruve.kernels.gpu.Tunings;

/** A device that a driver of GPUs has. */
final class GpuOffer implements DeviceOffer {
  private final FoundGpu gpu;
  private final DeviceInfo info;

  /** {@code index} counts the devices of a backend. */
  GpuOffer(String backend, int index, FoundGpu gpu) {
    this.gpu = gpu;
    String kernel = gpu.choices().start().label();
    this.info = new DeviceInfo(backend + ":" + index, backend, gpu.name(), kernel, gpu.busId());
  }

  @Override
  public DeviceInfo info() {
    return info;
  }

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        type(),
        gpu.vendor(),
        gpu.driver(),
        told(gpu.units()),
        told(gpu.clockMhz()),
        gpu.memoryBytes() > 0 ? OptionalLong.of(gpu.memoryBytes()) : OptionalLong.empty());
  }

  private static OptionalInt told(int number) {
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private DeviceFacts.Type type() {
    return switch (gpu.kind()) {
      case GPU -> DeviceFacts.Type.GPU;
      case CPU -> DeviceFacts.Type.CPU;
      case ACCELERATOR -> DeviceFacts.Type.ACCELERATOR;
    };
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return gpu.refusal().map(DeviceException::new);
  }

  @Override
  public Device open(int threads) {
    return open(Opening.untuned(threads));
  }

  @Override
  public Device open(Opening how) {
    return new GpuDevice(
        info,
        gpu.kernelHash(),
        gpu.opener(),
        tunings(how),
        new Checks(KnownAnswers::failureOf, Optional.of(new KnownHits(new Random()))));
  }

  /** A CPU in OpenCL's clothes is not worth the time that tuning takes, unless it is asked for. */
  private Tunings tunings(Opening how) {
    boolean tuned = gpu.kind() != FoundGpu.Kind.CPU || how.afresh();
    if (how.kernel().isPresent() || how.tuningFile().isEmpty() || !tuned) {
      return Tunings.fixed(how.kernel().orElse(gpu.choices().start()));
    }
    return GpuTuning.of(gpu, how, how.tuningFile().get());
  }
}
