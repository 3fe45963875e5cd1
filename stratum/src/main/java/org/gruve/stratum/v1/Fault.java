package org.gruve.stratum.v1;

/**
 * The error of a response, whatever shape it came in.
 *
 * @param code the Stratum code, 0 where none was given
 * @param message the other end's words, sanitised, possibly empty
 */
public record Fault(int code, String message) {}
