package org.gruve.core.mine;

/**
 * What a device has done. Rates are hashes per second; each is NaN until its window says something
 * that the shorter ones do not: 10 s after 1 s, 60 s after 10 s, 15 min after 60 s.
 *
 * @param hashes really scanned since the start
 * @param errors candidates that the re-hash did not confirm, and failures
 * @param rate10s over the last 10 s, parked time included
 * @param rateRun since the device's first batch began
 * @param rateMax the highest 10 s rate seen
 */
public record DeviceMeter(
    DeviceInfo device,
    long hashes,
    long errors,
    double rate10s,
    double rate60s,
    double rate15m,
    double rateRun,
    double rateMax) {}
