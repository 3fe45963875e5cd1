package org.gruve.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceGuard;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Opening;
import org.gruve.kernels.SelfTest;

/** Opens and tests the devices of a run, one after the other. */
final class Muster {
  /** A driver may compile its kernels for the first time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Opening how;
  private final Consumer<String> remarks;
  private final BooleanSupplier stopping;
  private final List<TestedDevice> passed = new ArrayList<>();
  private final DeviceGuard guard;
  private ExitCode worst = ExitCode.NO_DEVICE;

  Muster(Opening how, Consumer<String> remarks, BooleanSupplier stopping) {
    this(how, remarks, stopping, new DeviceGuard(PATIENCE, System::nanoTime, stopping));
  }

  /** With another patience. */
  Muster(Opening how, Consumer<String> remarks, BooleanSupplier stopping, DeviceGuard guard) {
    this.how = how;
    this.remarks = remarks;
    this.stopping = stopping;
    this.guard = guard;
  }

  /** Those that pass; see {@link Fleet#open}. */
  Fleet of(List<DeviceOffer> offers) {
    for (DeviceOffer offer : offers) {
      if (!stopping.getAsBoolean()) {
        open(offer);
      }
    }
    if (stopping.getAsBoolean()) {
      passed.forEach(one -> close(one.device()));
      throw new Failure(ExitCode.ABORTED, "stopped while the devices were tested");
    }
    if (passed.isEmpty()) {
      throw none(worst);
    }
    return new Fleet(passed, offers.size() - passed.size());
  }

  private void open(DeviceOffer offer) {
    try {
      Device device = guarded(offer.info(), "open-", () -> offer.open(how));
      offer.notes().forEach(note -> remarks.accept(offer.info().id() + ": " + note));
      worst = ExitCode.SELF_TEST;
      judge(offer, device, guarded(offer.info(), "test-", () -> tested(device)));
    } catch (DeviceException e) {
      remarks.accept(leftOut(offer, Failure.sentence(e)));
    }
  }

  /** The device is left open only where the test does not end. */
  private SelfTest.Result tested(Device device) {
    boolean passes = false;
    try {
      SelfTest.Result result = SelfTest.run(device, stopping);
      passes = result.passed();
      return result;
    } finally {
      if (!passes) {
        device.close();
      }
    }
  }

  private void close(Device device) {
    try {
      guarded(
          device.info(),
          "close-",
          () -> {
            device.close();
            return true;
          });
    } catch (DeviceException e) {
      remarks.accept(device.info().id() + " could not be closed: " + Failure.sentence(e));
    }
  }

  /** A driver may hang; the CPU takes the time that it takes. */
  private <T> T guarded(DeviceInfo device, String thread, Supplier<T> task) {
    return device.backend().equals("cpu")
        ? task.get()
        : guard.call(thread + device.id(), task::get);
  }

  private void judge(DeviceOffer offer, Device device, SelfTest.Result result) {
    if (!result.passed()) {
      remarks.accept(leftOut(offer, "it failed its self-test: " + result.failure()));
      return;
    }
    passed.add(new TestedDevice(device, result));
    if (!stopping.getAsBoolean()) {
      remarks.accept(success(device, result));
    }
  }

  private static String success(Device device, SelfTest.Result result) {
    return device.info().id()
        + " "
        + device.info().name()
        + ", "
        + device.info().kernel()
        + ": self-test passed ("
        + result.cases()
        + " cases), "
        + Figures.rate(result.hashrate());
  }

  private static String leftOut(DeviceOffer offer, String why) {
    return offer.info().id() + " is left out: " + why;
  }

  private static Failure none(ExitCode worst) {
    String message =
        worst == ExitCode.SELF_TEST
            ? "every device failed its self-test, so none is used"
            : "no device could be opened";
    return new Failure(worst, message, "update the driver, or choose another with -d");
  }
}
