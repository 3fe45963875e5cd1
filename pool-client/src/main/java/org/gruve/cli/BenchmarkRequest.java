package org.gruve.cli;

import java.time.Duration;
import org.gruve.kernels.Layout;

/** What {@code gruve benchmark} was asked to do. */
record BenchmarkRequest(
    DeviceChoice devices, Duration measured, Duration batch, Layout layout, boolean json) {}
