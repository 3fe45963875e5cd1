package org.gruve.kernels.telemetry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gruve.core.mine.DeviceThreads;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sensors of all devices in use again and again on one thread, {@code telemetry}: a
 * driver that takes its time, or never answers, keeps nobody from mining.
 */
public final class TelemetryWatch implements AutoCloseable {
  /** How often users' eyes and the care for the hardware need it. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Many times what a round takes; who waits longer waits for a driver that hangs. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Map<String, Sensors> sensors;
  private final Duration interval;
  private final LongSupplier clock;
  private final Listener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Map<String, Readings> latest = Map.of();
  private @Nullable Thread thread;
  private boolean faulty;

  /** Who is told of each round of readings, on the thread that read. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Takes one round.
     *
     * @param readings by the device's id
     * @param nanos when they were read, by the watch's clock
     */
    void read(Map<String, Readings> readings, long nanos);
  }

  /**
   * Prepares to watch.
   *
   * @param sensors by the device's id
   * @param clock monotonic nanoseconds
   */
  public TelemetryWatch(
      Map<String, Sensors> sensors, Duration interval, LongSupplier clock, Listener listener) {
    this.sensors = Map.copyOf(sensors);
    this.interval = interval;
    this.clock = clock;
    this.listener = listener;
  }

  /** Starts the thread, unless there is nothing to read. */
  public void start() {
    if (!sensors.isEmpty()) {
      thread = DeviceThreads.named("telemetry").start(this::watch);
    }
  }

  /** What the device's sensors said last; nothing for a device without any. */
  public Readings latest(String device) {
    return latest.getOrDefault(device, Readings.NONE);
  }

  /**
   * Lets the thread end, and waits for it no longer than a sound driver needs: it may stand in one
   * that does not answer.
   */
  @Override
  public void close() {
    closed.countDown();
    Thread started = thread;
    try {
      if (started != null) {
        started.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round. */
  void poll() {
    Map<String, Readings> round = new LinkedHashMap<>();
    sensors.forEach((device, one) -> round.put(device, read(one)));
    latest = Map.copyOf(round);
    tell();
  }

  /** A fault of the listener's must not blind it for ever; it is told once, not every second. */
  private void tell() {
    try {
      listener.read(latest, clock.getAsLong());
    } catch (RuntimeException e) {
      if (!faulty) {
        faulty = true;
        Thread current = Thread.currentThread();
        current.getUncaughtExceptionHandler().uncaughtException(current, e);
      }
    }
  }

  private void watch() {
    try {
      do {
        poll();
      } while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      // Whoever interrupts a daemon thread of ours wants it to end.
      Thread.currentThread().interrupt();
    }
  }

  private static Readings read(Sensors one) {
    try {
      return one.read();
    } catch (RuntimeException e) {
      return Readings.absent("its sensors cannot be read: " + e);
    }
  }
}
