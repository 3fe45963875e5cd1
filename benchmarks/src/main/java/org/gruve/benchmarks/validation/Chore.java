package org.gruve.benchmarks.validation;

/**
 * Something that is timed.
 *
 * @param backend what verifies signatures; empty where nothing does
 * @param work throws IllegalStateException where it does not find what it should
 */
record Chore(String what, String backend, int threads, Runnable work) {
  double seconds() {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
