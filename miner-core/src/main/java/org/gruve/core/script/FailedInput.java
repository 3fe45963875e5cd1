package org.gruve.core.script;

/**
 * An input whose scripts fail.
 *
 * @param transaction which of the transactions that were given, from 0
 * @param input which of its inputs, from 0
 */
public record FailedInput(int transaction, int input, ScriptError error) {}
