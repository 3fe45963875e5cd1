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
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Door door;
  private final List<Crew> crews = new ArrayList<>();
  private final Object lifecycle = new Object();
  private boolean started;
  private boolean closed;

  /** Prepares the workers; {@link #start} starts them, parked. */
  public Miner(List<Device> devices, MinerSettings settings, ShareSink sink, DeviceEvents events) {
    door = new Door(settings.nanoClock());
    for (Device device : devices) {
      Station station = new Station(device, events, settings.nanoClock());
      crews.add(new Crew(station, index -> new Worker(station, index, door, settings, sink)));
    }
  }

  /** Starts the workers; once only. */
  public void start() {
    synchronized (lifecycle) {
      if (started || closed) {
        throw new IllegalStateException("a miner starts once, before it is closed");
      }
      started = true;
      crews.forEach(Crew::start);
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
   * devices. A device whose workers do not end within 10 s is reported and left open.
   */
  @Override
  public void close() {
    close(PATIENCE);
  }

  void close(Duration patience) {
    door.end();
    synchronized (lifecycle) {
      if (!closed) {
        closed = true;
        long deadline = System.nanoTime() + patience.toNanos();
        crews.forEach(crew -> crew.close(deadline));
      }
    }
  }
}
