/** What the sensors of devices say, read only and never on a mining thread. */
@NullMarked
package org.gruve.kernels.telemetry;

import org.jspecify.annotations.NullMarked;
