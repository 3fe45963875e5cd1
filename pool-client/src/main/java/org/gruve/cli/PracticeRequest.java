package org.gruve.cli;

import java.net.InetSocketAddress;

/** What {@code gruve practice} was asked to do. */
record PracticeRequest(InetSocketAddress address) {}
