package org.gruve.cli;

import java.util.OptionalDouble;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gruve.core.mine.DeviceEvents;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.work.Candidate;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolEvents;
import org.jspecify.annotations.Nullable;

/**
 * Where event loops, workers and signals leave what happens, for the main thread to tell. Nobody
 * waits here; when the reader of our output is slow, what can be spared is dropped.
 */
final class Inbox implements PoolEvents, DeviceEvents {
  private static final int PLENTY = 10_000;

  private final LinkedBlockingQueue<Input> inputs = new LinkedBlockingQueue<>();

  private volatile boolean stopping;

  @Override
  public void on(PoolEvent event) {
    boolean spare = event instanceof PoolEvent.NewJob || event instanceof PoolEvent.Notice;
    put(new Input.FromPool(event), spare);
  }

  @Override
  public void wrongHit(DeviceInfo device, Candidate candidate) {
    put(new Input.WrongHit(device), true);
  }

  @Override
  public void deviceFailed(DeviceInfo device, RuntimeException cause) {
    put(new Input.DeviceLost(device, Failure.sentence(cause)), false);
  }

  @Override
  public void remark(DeviceInfo device, String sentence) {
    put(new Input.DeviceRemark(device, sentence), true);
  }

  /** A device rests; without a temperature where it cannot be read any more. */
  void rested(DeviceInfo device, OptionalDouble temperature, TemperatureLimit limit) {
    put(new Input.Rested(device, temperature, limit), false);
  }

  /** A device has cooled down, and goes on. */
  void resumed(DeviceInfo device, double temperature) {
    put(new Input.Resumed(device, temperature), false);
  }

  /** Leaves something to print. */
  void remark(String tag, String text) {
    put(new Input.Remark(tag, text), true);
  }

  /** Whether the user wants to stop. Any thread may ask. */
  boolean isStopping() {
    return stopping;
  }

  /** Asks the run to stop. */
  void stop() {
    stopping = true;
    put(new Input.Stop(), false);
  }

  /** The next input, or null when none comes within this time. */
  @Nullable Input await(long nanos) throws InterruptedException {
    return inputs.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** The next input that is there already, or null. */
  @Nullable Input next() {
    return inputs.poll();
  }

  private void put(Input input, boolean spare) {
    if (!spare || inputs.size() < PLENTY) {
      inputs.add(input);
    }
  }
}
