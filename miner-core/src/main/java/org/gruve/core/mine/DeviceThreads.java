package org.gruve.core.mine;

/** The threads that call into devices, known together so that one that is stuck is noticed. */
public final class DeviceThreads {
  private static final ThreadGroup GROUP = new ThreadGroup("devices");

  private DeviceThreads() {}

  /** For a thread that calls into a device; a daemon, since such a call may never return. */
  public static Thread.Builder.OfPlatform named(String name) {
    return Thread.ofPlatform().group(GROUP).daemon().name(name);
  }

  /** Whether any runs; once all miners are closed, it is stuck in its device's driver. */
  public static boolean anyRuns() {
    return GROUP.activeCount() > 0;
  }
}
