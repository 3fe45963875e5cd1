package org.gruve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.SelfTest;

/**
 * The devices of a run, opened and tested.
 *
 * @param leftOut how many were to be used but failed
 */
record Fleet(List<TestedDevice> tested, int leftOut) {
  Fleet {
    tested = List.copyOf(tested);
  }

  /** Hashes per second of all devices, as far as their self-tests could tell. */
  double hashrate() {
    return tested.stream().mapToDouble(one -> one.test().hashrate()).sum();
  }

  List<Device> devices() {
    return tested.stream().map(TestedDevice::device).toList();
  }

  /**
   * Opens and tests devices one after the other. One that fails is left out with a remark; when
   * none is left, a {@link Failure} ends with exit 6, or 4 where none could even be opened.
   */
  static Fleet open(List<DeviceOffer> offers, int threads, Consumer<String> remarks) {
    List<TestedDevice> passed = new ArrayList<>();
    ExitCode worst = ExitCode.NO_DEVICE;
    for (DeviceOffer offer : offers) {
      try {
        Device device = offer.open(threads);
        offer.notes().forEach(note -> remarks.accept(offer.info().id() + ": " + note));
        SelfTest.Result result = SelfTest.run(device);
        if (result.passed()) {
          passed.add(new TestedDevice(device, result));
          remarks.accept(success(device, result));
        } else {
          worst = ExitCode.SELF_TEST;
          device.close();
          remarks.accept(leftOut(offer, "it failed its self-test: " + result.failure()));
        }
      } catch (DeviceException e) {
        remarks.accept(leftOut(offer, Failure.sentence(e)));
      }
    }
    if (passed.isEmpty()) {
      throw none(worst);
    }
    return new Fleet(passed, offers.size() - passed.size());
  }

  /**
   * The same devices tested once more: the JVM has compiled their kernels by now. The better rate
   * stays, since a busy machine may have spoilt either.
   */
  Fleet testedWarm() {
    List<TestedDevice> again = new ArrayList<>();
    for (TestedDevice one : tested) {
      SelfTest.Result result = SelfTest.run(one.device());
      if (!result.passed()) {
        throw new Failure(
            ExitCode.SELF_TEST, one.device().info().id() + " failed: " + result.failure());
      }
      boolean better = result.hashrate() > one.test().hashrate();
      again.add(better ? new TestedDevice(one.device(), result) : one);
    }
    return new Fleet(again, leftOut);
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
