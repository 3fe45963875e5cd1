package org.gruve.cli;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gruve.core.mine.Device;
import org.gruve.kernels.DeviceOffer;
import org.gruve.kernels.Opening;

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
  static Fleet open(List<DeviceOffer> offers, Opening how, Consumer<String> remarks) {
    return open(offers, how, remarks, () -> false);
  }

  /** The same; when it is to stop, all are closed, and a {@link Failure} ends with exit 130. */
  static Fleet open(
      List<DeviceOffer> offers, Opening how, Consumer<String> remarks, BooleanSupplier stopping) {
    return new Muster(remarks, stopping).of(offers, how);
  }

  /**
   * The same devices tested once more: the JVM has compiled their kernels by now. The better rate
   * stays, since a busy machine may have spoilt either. One that fails now is left out, and what is
   * said of {@link #open} holds here, too.
   */
  Fleet testedWarm(Consumer<String> remarks, BooleanSupplier stopping) {
    return new Muster(remarks, stopping).again(this);
  }

  /** Without some devices, which have failed since. */
  Fleet without(Set<Device> lost) {
    List<TestedDevice> left = tested.stream().filter(one -> !lost.contains(one.device())).toList();
    return new Fleet(left, leftOut + tested.size() - left.size());
  }
}
