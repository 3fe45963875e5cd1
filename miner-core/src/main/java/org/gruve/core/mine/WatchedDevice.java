package org.gruve.core.mine;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A device whose calls are watched outside of mining, with the same deadlines. Who waits for what
 * is done with it calls {@link #look} a few times a second meanwhile; that needs no thread of its
 * own. The CPU is not watched: it takes the time that it takes.
 */
public final class WatchedDevice implements Device {
  private final Device device;
  private final LaunchDeadline deadline;
  private final LongSupplier clock;
  private final BooleanSupplier stopping;
  private final DeviceWatch watch;
  private final WatchedTime time;
  private final StopPatience patience;
  private volatile @Nullable DeviceException cause;

  /**
   * Watches from now on.
   *
   * @param stopping whether the user wants to stop: then a call that lasts is soon given up
   */
  public WatchedDevice(
      Device device, LaunchDeadline deadline, LongSupplier clock, BooleanSupplier stopping) {
    this.device = device;
    this.deadline = deadline;
    this.clock = clock;
    this.stopping = stopping;
    this.watch = new DeviceWatch(clock);
    this.time = new WatchedTime(clock);
    this.patience = new StopPatience(stopping);
  }

  /**
   * Looks whether its calls return; for the one thread that waits for those who make them. Throws
   * {@link DeviceException} from when one does not: then nobody waits for them any more.
   */
  public void look() {
    if (!info().hasDriver()) {
      return;
    }
    watch.look();
    if (patience.endsAfter(time.step())) {
      die(StopPatience.ended());
    }
    DeviceException known = cause;
    if (known != null) {
      throw known;
    }
  }

  /** Whether it was given up: what it still brings home counts no more. Any thread may ask. */
  public boolean isDead() {
    return cause != null;
  }

  @Override
  public DeviceInfo info() {
    return device.info();
  }

  @Override
  public String kernelHash() {
    return device.kernelHash();
  }

  @Override
  public boolean isSettled() {
    return device.isSettled();
  }

  @Override
  public int workers() {
    return device.workers();
  }

  @Override
  public Searcher searcher(int index) {
    CallMark mark = new CallMark();
    watch.add(
        new WatchedCalls(
            mark, deadline, device::isSettled, allowed -> die(HungDevice.because(allowed))));
    return MarkedSearcher.open(device, index, mark);
  }

  @Override
  public void listen(Consumer<String> remarks) {
    device.listen(remarks);
  }

  /** A dead one is left open; otherwise a driver that hangs here is given up, too. */
  @Override
  public void close() {
    if (!info().hasDriver()) {
      device.close();
    } else if (!isDead()) {
      new DeviceGuard(deadline.launch(), clock, stopping)
          .call(
              "close-" + info().id(),
              () -> {
                device.close();
                return true;
              });
    }
  }

  private void die(DeviceException why) {
    if (cause == null) {
      cause = why;
    }
  }
}
