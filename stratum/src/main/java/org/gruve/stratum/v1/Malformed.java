package org.gruve.stratum.v1;

/** A line that is no message, with one sanitised sentence that says why. */
public record Malformed(String reason) implements Message {}
