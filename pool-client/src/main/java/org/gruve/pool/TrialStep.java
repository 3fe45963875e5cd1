package org.gruve.pool;

/**
 * What came of one step on the way to a pool or node.
 *
 * @param name one word, such as {@code resolve} or {@code tls}
 * @param text one line, sanitised
 * @param nanos how long it took; -1 where that says nothing
 */
public record TrialStep(String name, boolean ok, String text, long nanos) {}
