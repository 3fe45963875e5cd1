package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceFacts;
import org.gruve.kernels.DeviceOffer;

/** A device that is only looked at. */
record FakeOffer(DeviceInfo info, DeviceFacts facts, String whyNot) implements DeviceOffer {
  /** One that can be used. */
  static FakeOffer of(String id, DeviceFacts.Type type, String busId) {
    String backend = id.replaceAll(":.*", "");
    String name = type == DeviceFacts.Type.CPU ? "Test CPU" : "Test GPU";
    return new FakeOffer(
        new DeviceInfo(id, backend, name, "fake", busId), DeviceFacts.of(type), "");
  }

  /** The same, but it cannot be used. */
  FakeOffer lost(String reason) {
    return new FakeOffer(info, facts, reason);
  }

  /** The same, and its driver says what it is. */
  FakeOffer with(DeviceFacts told) {
    return new FakeOffer(info, told, whyNot);
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return whyNot.isEmpty() ? Optional.empty() : Optional.of(new UnsatisfiedLinkError(whyNot));
  }

  @Override
  public List<String> notes() {
    return info.backend().equals("cpu")
        ? List.of("kernel vector-512 passed over: no AVX-512")
        : List.of();
  }

  @Override
  public Device open(int threads) {
    throw new IllegalStateException("this device is only looked at");
  }
}
