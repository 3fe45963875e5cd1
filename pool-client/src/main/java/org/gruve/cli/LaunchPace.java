package org.gruve.cli;

import java.time.Duration;

/**
 * How long a device is busy with a batch, and how long it is not.
 *
 * @param rest for which part of the time that a batch took a GPU rests after it; 0 for none
 */
record LaunchPace(Duration batch, double rest) {}
