package org.gruve.pool;

/**
 * Runs what may fail by a fault of its own without taking its caller along: the fault is told to
 * the thread's handler, and whoever called goes on.
 */
final class Reported {
  private Reported() {}

  static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** Tells a listener, whose faults are not the connection's. */
  static PoolEvents to(PoolEvents listener) {
    return event -> run(() -> listener.on(event));
  }
}
