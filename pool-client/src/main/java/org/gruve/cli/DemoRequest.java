package org.gruve.cli;

/** What {@code gruve demo} was asked to do. */
record DemoRequest(DeviceChoice devices, boolean json) {}
