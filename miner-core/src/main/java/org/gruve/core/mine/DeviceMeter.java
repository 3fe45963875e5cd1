package org.gruve.core.mine;

/**
 * What a device has done.
 *
 * @param hashes really scanned since the start
 * @param errors candidates that the re-hash did not confirm, and failures
 * @param rate10s hashes per second over the last 10 s; NaN before the window has begun to fill
 */
public record DeviceMeter(
    DeviceInfo device, long hashes, long errors, double rate10s, double rate60s, double rate15m) {}
