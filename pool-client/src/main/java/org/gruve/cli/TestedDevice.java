package org.gruve.cli;

import org.gruve.core.mine.Device;
import org.gruve.kernels.SelfTest;

/** A device that passed its self-test. */
record TestedDevice(Device device, SelfTest.Result test) {}
