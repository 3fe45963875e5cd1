package org.gruve.core.mine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.work.Job;

/**
 * The mining loop: one named thread per worker of each device. Door 1 is {@link #assign} and {@link
 * #park}: one volatile write, noticed by the workers between batches.
 */
public final class Miner implements JobSink, AutoCloseable {
  /** A CPU's batch ends by itself, however loaded the machine is. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Two batches in flight take less than half of it, and Ctrl-C is to end a program in 2 s. */
  private static final Duration PATIENCE_WITH_DRIVERS = Duration.ofSeconds(1);

  private final Door door;
  private final DeviceWatch watch;
  private final List<Crew> crews = new ArrayList<>();
  private final Object lifecycle = new Object();
  private boolean started;
  private boolean closed;

  /** Prepares the workers; {@link #start} starts them, parked. */
  public Miner(List<Device> devices, MinerSettings settings, ShareSink sink, DeviceEvents events) {
    door = new Door(settings.nanoClock());
    watch = new DeviceWatch(settings.nanoClock());
    for (Device device : devices) {
      Station station = new Station(device, events, settings.nanoClock());
      crews.add(
          new Crew(
              station,
              index ->
                  watched(station, settings, new Worker(station, index, door, settings, sink))));
    }
  }

  private Worker watched(Station station, MinerSettings settings, Worker worker) {
    if (station.isWatched()) {
      watch.add(
          new WatchedCalls(
              worker.calls(),
              settings.deadline(),
              station.device()::isSettled,
              allowed -> station.die(HungDevice.because(allowed))));
    }
    return worker;
  }

  /** Starts the workers; once only. */
  public void start() {
    synchronized (lifecycle) {
      if (started || closed) {
        throw new IllegalStateException("a miner starts once, before it is closed");
      }
      started = true;
      crews.forEach(Crew::start);
      watch.start();
    }
  }

  @Override
  public void assign(Job job) {
    door.assign(job);
  }

  @Override
  public void park() {
    door.park();
  }

  /**
   * Lets a device rest: what it has in flight comes home, then its workers sleep until {@link
   * #resume}. The others go on. Any thread may call it, also when it rests already.
   */
  public void pause(String device) {
    rest(device, true);
  }

  /** Ends a device's rest, if there is one. */
  public void resume(String device) {
    rest(device, false);
  }

  private void rest(String device, boolean rest) {
    crews.stream().filter(crew -> crew.isOf(device)).forEach(crew -> crew.pause(rest));
    door.wake();
  }

  /** What each device has done so far. Any thread may call it. */
  public List<DeviceMeter> meters() {
    return crews.stream().map(Crew::meter).toList();
  }

  /**
   * Stops the workers, waits for what is in flight (its shares are still offered), closes the
   * devices. A device whose workers do not end within a second, 10 s for the CPU, is reported and
   * left open; nobody waits for one that is dead.
   */
  @Override
  public void close() {
    close(PATIENCE, PATIENCE_WITH_DRIVERS);
  }

  void close(Duration patience, Duration patienceWithDrivers) {
    door.end();
    synchronized (lifecycle) {
      if (!closed) {
        closed = true;
        // Those with drivers first, so that no slow CPU takes the time that they have together.
        long start = System.nanoTime();
        crews.stream()
            .filter(Crew::isWatched)
            .forEach(crew -> crew.close(patienceWithDrivers.minusNanos(System.nanoTime() - start)));
        crews.stream().filter(crew -> !crew.isWatched()).forEach(crew -> crew.close(patience));
        watch.close();
      }
    }
  }
}
