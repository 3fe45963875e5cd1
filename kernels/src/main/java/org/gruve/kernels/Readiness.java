package org.gruve.kernels;

import java.util.List;
import java.util.function.Predicate;
import org.gruve.core.mine.Device;

/**
 * When a warm-up is over: when the device has settled on a kernel and that one is warm, or when
 * either has had its time. Asked about once a second, under the lock of its stretch.
 */
final class Readiness implements Predicate<List<Double>> {
  /**
   * The seconds that are still missing in the list: one that is not yet whole, and one under way.
   */
  private static final int UNTOLD = 2;

  private final Device device;
  private final BenchmarkSettings settings;
  private final Steadiness steadiness;
  private int unsettled;

  Readiness(Device device, BenchmarkSettings settings) {
    this.device = device;
    this.settings = settings;
    this.steadiness = new Steadiness(settings.leastWarmUp());
  }

  @Override
  public boolean test(List<Double> perSecond) {
    if (!device.isSettled()) {
      unsettled = perSecond.size() + UNTOLD;
      return unsettled > settings.mostSettling().toSeconds();
    }
    List<Double> own = own(perSecond);
    return steadiness.test(own) || own.size() + UNTOLD > settings.mostWarmUp().toSeconds();
  }

  /** Whether the rate of the kernel that it settled on is steady. */
  boolean isSteady(List<Double> perSecond) {
    return steadiness.isSteady(own(perSecond));
  }

  /** The seconds since it settled: what was before is a mixture of kernels. */
  private List<Double> own(List<Double> perSecond) {
    return perSecond.subList(Math.min(unsettled, perSecond.size()), perSecond.size());
  }
}
