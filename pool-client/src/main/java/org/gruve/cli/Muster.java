package org.gruve.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

  private final Consumer<String> remarks;
  private final BooleanSupplier stopping;
  private final List<TestedDevice> passed = new ArrayList<>();
  private final GuardedDevices guarded;
  private ExitCode worst = ExitCode.NO_DEVICE;

  Muster(Consumer<String> remarks, BooleanSupplier stopping) {
    this(remarks, stopping, new DeviceGuard(PATIENCE, System::nanoTime, stopping));
  }

  /** With another patience. */
  Muster(Consumer<String> remarks, BooleanSupplier stopping, DeviceGuard guard) {
    this.remarks = remarks;
    this.stopping = stopping;
    this.guarded = new GuardedDevices(guard, stopping);
  }

  /** Those that pass; see {@link Fleet#open}. */
  Fleet of(List<DeviceOffer> offers, Opening how) {
    for (DeviceOffer offer : offers) {
      if (!stopping.getAsBoolean()) {
        open(offer, how);
      }
    }
    endWhereStopped(passed);
    return fleet(offers.size() - passed.size());
  }

  /** Those that pass once more; see {@link Fleet#testedWarm}. */
  Fleet again(Fleet cold) {
    worst = ExitCode.SELF_TEST;
    for (TestedDevice one : cold.tested()) {
      if (!stopping.getAsBoolean()) {
        again(one);
      }
    }
    endWhereStopped(cold.tested());
    return fleet(cold.leftOut() + cold.tested().size() - passed.size());
  }

  private void endWhereStopped(List<TestedDevice> open) {
    if (stopping.getAsBoolean()) {
      open.forEach(one -> close(one.device()));
      throw new Failure(ExitCode.ABORTED, "stopped while the devices were tested");
    }
  }

  private Fleet fleet(int leftOut) {
    if (passed.isEmpty()) {
      throw none(worst);
    }
    return new Fleet(passed, leftOut);
  }

  private void open(DeviceOffer offer, Opening how) {
    try {
      Device device = guarded.opened(offer, how);
      offer.notes().forEach(note -> remarks.accept(offer.info().id() + ": " + note));
      worst = ExitCode.SELF_TEST;
      SelfTest.Result result = guarded.tested(device);
      if (pass(new TestedDevice(device, result)) && !stopping.getAsBoolean()) {
        remarks.accept(success(device, result));
      }
    } catch (DeviceException e) {
      remarks.accept(leftOut(offer.info(), Failure.sentence(e)));
    }
  }

  private void again(TestedDevice cold) {
    try {
      SelfTest.Result result = guarded.tested(cold.device());
      boolean better = result.hashrate() > cold.test().hashrate();
      pass(better || !result.passed() ? new TestedDevice(cold.device(), result) : cold);
    } catch (DeviceException e) {
      remarks.accept(leftOut(cold.device().info(), Failure.sentence(e)));
    }
  }

  private boolean pass(TestedDevice one) {
    if (one.test().passed()) {
      return passed.add(one);
    }
    String why = "it failed its self-test: " + one.test().failure();
    remarks.accept(leftOut(one.device().info(), why));
    return false;
  }

  private void close(Device device) {
    try {
      guarded.close(device);
    } catch (DeviceException e) {
      remarks.accept(device.info().id() + " could not be closed: " + Failure.sentence(e));
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

  private static String leftOut(DeviceInfo device, String why) {
    return device.id() + " is left out: " + why;
  }

  private static Failure none(ExitCode worst) {
    String message =
        worst == ExitCode.SELF_TEST
            ? "every device failed its self-test, so none is used"
            : "no device could be opened";
    return new Failure(worst, message, "update the driver, or choose another with -d");
  }
}
