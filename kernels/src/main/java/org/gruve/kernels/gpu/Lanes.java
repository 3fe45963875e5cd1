package org.gruve.kernels.gpu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.work.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a device, by the setting that their kernels run with. An error that the driver
 * reports costs nothing but time if it does not come again: the context is opened anew, and what
 * was under way is started once more. A second one soon after is passed on.
 */
final class Lanes implements AutoCloseable {
  private static final long SOON = TimeUnit.MINUTES.toNanos(1);

  private final GpuDevice device;
  private final Map<Setting, Deque<Lane>> free = new HashMap<>();
  private @Nullable Long failed;

  Lanes(GpuDevice device) {
    this.device = device;
  }

  /** A driver may report what befell those under way when it is asked for the next. */
  Flight start(Scan scan, Iterable<Flight> underWay) {
    try {
      return launched(scan);
    } catch (DeviceException e) {
      recover(e, underWay);
      return launched(scan);
    }
  }

  private Flight launched(Scan scan) {
    Setting setting = ready(device.tuning(scan));
    Lane lane = take(setting);
    lane.start(scan);
    return new Flight(scan, setting, lane, System.nanoTime());
  }

  /** What is tried for the first time is made ready beside the mining, which goes on meanwhile. */
  private Setting ready(Tuning tuning) {
    Setting wanted = tuning.setting();
    if (tuning.isSettled() || wanted.equals(tuning.fallback())) {
      return wanted;
    }
    try {
      return device.workshop().isReady(wanted) ? wanted : tuning.fallback();
    } catch (DeviceException e) {
      device.say("kernel " + wanted.label() + " passed over: " + e.getMessage());
      tuning.refused(wanted);
      tellIfSettled(tuning);
      return tuning.fallback();
    }
  }

  /** Brings the first of the flights home. */
  List<Candidate> finish(Flight first, Iterable<Flight> all, long expectedNanos) {
    try {
      return finished(first, expectedNanos);
    } catch (DeviceException e) {
      recover(e, all);
      return finished(first, 0);
    }
  }

  private List<Candidate> finished(Flight flight, long expectedNanos) {
    List<Candidate> hits = flight.lane().finish(expectedNanos);
    device.startsAfresh(false);
    free.computeIfAbsent(flight.setting(), _ -> new ArrayDeque<>()).add(flight.lane());
    return hits;
  }

  /** Tells the tuning how long the device took for a scan alone. */
  void learn(Flight flight, long nanos) {
    Scan scan = flight.scan();
    Tuning tuning = device.tuning(scan);
    if (!tuning.isSettled()) {
      tuning.took(flight.setting(), scan.hashes(), nanos);
      tellIfSettled(tuning);
      closeAllBut(tuning);
    }
  }

  /** What was tried and is not used any more would hold memory for nothing. */
  private void closeAllBut(Tuning tuning) {
    Set<Setting> needed = new HashSet<>(List.of(tuning.setting(), tuning.fallback()));
    free.forEach(
        (setting, idle) -> {
          if (!needed.contains(setting)) {
            idle.forEach(this::closeQuietly);
            idle.clear();
          }
        });
  }

  private void tellIfSettled(Tuning tuning) {
    if (tuning.isSettled()) {
      device.say("tuned: keeps the kernel " + tuning.setting().label());
    }
  }

  void say(String sentence) {
    device.say(sentence);
  }

  private void restart(Flight flight) {
    Flight again = launched(flight.scan());
    flight.restarted(again.setting(), again.lane(), again.started());
  }

  private Lane take(Setting setting) {
    Deque<Lane> idle = free.get(setting);
    Lane lane = idle == null ? null : idle.poll();
    return lane == null ? new Lane(device.driver().queue(setting)) : lane;
  }

  private void recover(DeviceException cause, Iterable<Flight> underWay) {
    long now = System.nanoTime();
    if (failed != null && now - failed < SOON) {
      throw cause;
    }
    failed = now;
    free.clear(); // They go with their context.
    device.startsAfresh(true);
    try {
      device.reopen();
    } catch (DeviceException again) {
      cause.addSuppressed(again);
      throw cause;
    }
    device.say("the driver reported an error (" + cause.getMessage() + "); started afresh");
    underWay.forEach(this::restart);
  }

  /** Lanes whose scans nobody waits for any more are closed with the others. */
  void close(Iterable<Flight> underWay) {
    underWay.forEach(flight -> closeQuietly(flight.lane()));
    close();
  }

  @Override
  public void close() {
    free.values().forEach(idle -> idle.forEach(this::closeQuietly));
    free.clear();
  }

  /** A driver that cannot let go of one may still let go of the others. */
  private void closeQuietly(Lane lane) {
    try {
      lane.close();
    } catch (DeviceException e) {
      device.say(String.valueOf(e.getMessage()));
    }
  }
}
