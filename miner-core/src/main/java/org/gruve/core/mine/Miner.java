package org.gruve.core.mine;

import java.util.List;
import org.gruve.core.work.Job;

/**
 * The mining loop: one named thread per worker of each device. Door 1 is {@link #assign} and {@link
 * #park}: one volatile write, noticed by the workers between batches.
 */
public final class Miner implements JobSink, AutoCloseable {

  /** Prepares the workers; {@link #start} starts them, parked. */
  public Miner(List<Device> devices, MinerSettings settings, ShareSink sink, DeviceEvents events) {
    throw new UnsupportedOperationException();
  }

  /** Starts the workers. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void assign(Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void park() {
    throw new UnsupportedOperationException();
  }

  /** What each device has done so far. Any thread may call it. */
  public List<DeviceMeter> meters() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops the workers, waits for what is in flight (its shares are still offered), closes the
   * devices.
   */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
