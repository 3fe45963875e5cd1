package org.gruve.kernels.telemetry;

/** The sensors of one device. Reading takes milliseconds, so it is done once a second or so. */
@FunctionalInterface
public interface Sensors {
  /** What they say now; never throws for what a driver does not offer. One thread at a time. */
  Readings read();
}
