package org.gruve.kernels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much CPU time a thread has used. */
final class ThreadTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  /** Seconds of the calling thread; NaN where the JVM cannot tell. */
  static double seconds() {
    boolean told = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
    return told ? THREADS.getCurrentThreadCpuTime() / 1e9 : Double.NaN;
  }
}
