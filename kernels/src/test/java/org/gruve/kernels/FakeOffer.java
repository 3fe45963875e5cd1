package org.gruve.kernels;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;

/** A device that is only looked at. */
public record FakeOffer(DeviceInfo info, DeviceFacts facts, String whyNot) implements DeviceOffer {
  /** A GPU of which little is known. */
  public static FakeOffer of(String id, String name) {
    DeviceInfo info = new DeviceInfo(id, id.replaceAll(":.*", ""), name, "fake", "");
    return new FakeOffer(info, DeviceFacts.of(DeviceFacts.Type.GPU), "");
  }

  /** The same in a slot. */
  public FakeOffer at(String busId) {
    DeviceInfo moved = new DeviceInfo(info.id(), info.backend(), info.name(), "fake", busId);
    return new FakeOffer(moved, facts, whyNot);
  }

  /** The same through a driver. */
  public FakeOffer driver(String driver) {
    DeviceFacts driven =
        new DeviceFacts(
            facts.type(),
            "Fake Corporation",
            driver,
            OptionalInt.of(132),
            OptionalInt.of(1980),
            OptionalLong.of(80L << 30));
    return new FakeOffer(info, driven, whyNot);
  }

  /** The same as something else than a GPU. */
  public FakeOffer type(DeviceFacts.Type type) {
    return new FakeOffer(info, DeviceFacts.of(type), whyNot);
  }

  /** The same, but it cannot be used. */
  public FakeOffer lost(String reason) {
    return new FakeOffer(info, facts, reason);
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return whyNot.isEmpty() ? Optional.empty() : Optional.of(new LinkageError(whyNot));
  }

  @Override
  public Device open(int threads) {
    throw new IllegalStateException("this device is only looked at");
  }
}
