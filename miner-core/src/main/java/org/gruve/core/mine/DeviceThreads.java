package org.gruve.core.mine;

/** The threads that call into devices, known together so that one that is stuck is noticed. */
public final class DeviceThreads {
  static final ThreadGroup GROUP = new ThreadGroup("devices");

  private DeviceThreads() {}

  /** Whether any runs; once all miners are closed, it is stuck in its device's driver. */
  public static boolean anyRuns() {
    return GROUP.activeCount() > 0;
  }
}
