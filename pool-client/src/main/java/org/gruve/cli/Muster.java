package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.SelfTest;

/** Opens and tests the devices of a run, one after the other. */
final class Muster {
  private final int threads;
  private final Consumer<String> remarks;
  private final BooleanSupplier stopping;
  private final List<TestedDevice> passed = new ArrayList<>();
  private ExitCode worst = ExitCode.NO_DEVICE;

  Muster(int threads, Consumer<String> remarks, BooleanSupplier stopping) {
    this.threads = threads;
    this.remarks = remarks;
    this.stopping = stopping;
  }

  /** Those that pass; see {@link Fleet#open}. */
  Fleet of(List<DeviceOffer> offers) {
    for (DeviceOffer offer : offers) {
      if (!stopping.getAsBoolean()) {
        open(offer);
      }
    }
    if (stopping.getAsBoolean()) {
      passed.forEach(one -> one.device().close());
      throw new Failure(ExitCode.ABORTED, "stopped while the devices were tested");
    }
    if (passed.isEmpty()) {
      throw none(worst);
    }
    return new Fleet(passed, offers.size() - passed.size());
  }

  private void open(DeviceOffer offer) {
    try {
      Device device = offer.open(threads);
      offer.notes().forEach(note -> remarks.accept(offer.info().id() + ": " + note));
      judge(offer, device, tested(device));
    } catch (DeviceException e) {
      remarks.accept(leftOut(offer, Failure.sentence(e)));
    }
  }

  private SelfTest.Result tested(Device device) {
    try {
      return SelfTest.run(device, stopping);
    } catch (RuntimeException e) {
      device.close();
      throw e;
    }
  }

  private void judge(DeviceOffer offer, Device device, SelfTest.Result result) {
    if (!result.passed()) {
      worst = ExitCode.SELF_TEST;
      device.close();
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
