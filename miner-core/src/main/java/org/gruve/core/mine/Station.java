package org.gruve.core.mine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.gruve.core.work.Candidate;
import org.jspecify.annotations.Nullable;

/** A device at work: what its workers share. Safe for all of them and for readers. */
final class Station {
  private static final long REPORT_EVERY = TimeUnit.SECONDS.toNanos(1);

  private final Device device;
  private final DeviceInfo info;
  private final DeviceEvents events;
  private final LongSupplier clock;
  private final HashMeter meter = new HashMeter();
  private final LongAdder errors = new LongAdder();
  private final AtomicLong nextReport;
  private volatile boolean paused;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile boolean dead;

  Station(Device device, DeviceEvents events, LongSupplier clock) {
    this.device = device;
    this.info = device.info();
    this.events = events;
    this.clock = clock;
    this.nextReport = new AtomicLong(clock.getAsLong());
    device.listen(sentence -> events.remark(info, sentence));
  }

  DeviceInfo info() {
    return info;
  }

  Device device() {
    return device;
  }

  boolean hasFailed() {
    return failure.get() != null;
  }

  /** Whether it hung: what its workers bring home after all counts no more. */
  boolean isDead() {
    return dead;
  }

  /** Whether a call into it may have to be given up: the CPU takes the time that it takes. */
  boolean isWatched() {
    return info.hasDriver();
  }

  /** Whether its workers are to start no more batches for now. */
  boolean isPaused() {
    return paused;
  }

  void pause(boolean rest) {
    paused = rest;
  }

  void scanned(long hashes, long nanos) {
    meter.add(hashes, nanos, clock.getAsLong());
  }

  /** Counts every wrong hit, but tells of one a second: a broken device makes floods of them. */
  void wrongHit(Candidate candidate) {
    errors.increment();
    long now = clock.getAsLong();
    long due = nextReport.get();
    if (now - due >= 0 && nextReport.compareAndSet(due, now + REPORT_EVERY)) {
      events.wrongHit(info, candidate);
    }
  }

  /** Ends the use of a device that does not answer; one of its threads may be in it for ever. */
  void die(RuntimeException cause) {
    dead = true;
    fail(cause);
  }

  /** Ends the use of the device by all its workers; the first cause is told, later ones join it. */
  void fail(Throwable problem) {
    errors.increment();
    RuntimeException cause =
        problem instanceof RuntimeException known
            ? known
            : new DeviceException(info.id() + " stopped by an unexpected " + problem, problem);
    if (failure.compareAndSet(null, cause)) {
      events.deviceFailed(info, cause);
      return;
    }
    RuntimeException first = failure.get();
    if (first != null && !first.equals(cause)) {
      first.addSuppressed(cause);
    }
  }

  /** Asks the device anew who it is: it may have gone over to another kernel. */
  DeviceMeter meter() {
    return meter.read(device.info(), errors.sum(), clock.getAsLong());
  }
}
