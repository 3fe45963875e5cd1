package org.gruve.benchmarks.paired;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is to be compared, and how. */
record Request(
    Command gruve,
    Command peer,
    String peerName,
    RatePattern rate,
    int rounds,
    Duration timeout,
    Optional<Path> out) {}
