package org.gruve.kernels.gpu;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceThreads;

/**
 * Proves and compiles settings beside the mining, on a thread of its own: a driver may take seconds
 * to compile one, and a device that waits for it looks like one that hangs.
 */
final class Workshop {
  private final Consumer<Setting> work;
  private final ExecutorService thread;
  private final Map<Setting, Future<?>> jobs = new HashMap<>();

  /** {@code work} proves a setting, or throws a {@link DeviceException}. */
  Workshop(String device, Consumer<Setting> work) {
    this.work = work;
    this.thread =
        Executors.newSingleThreadExecutor(DeviceThreads.named("compile-" + device).factory());
  }

  /**
   * Whether a setting is proven; the first question puts it to work.
   *
   * @throws DeviceException where it has turned out that it can't be used
   */
  synchronized boolean isReady(Setting setting) {
    Future<?> job = jobs.get(setting);
    if (job == null) {
      jobs.put(setting, thread.submit(() -> work.accept(setting)));
      return false;
    }
    return job.isDone() && outcome(job);
  }

  private static boolean outcome(Future<?> job) {
    try {
      job.get();
      return true;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DeviceException known
          ? known
          : new DeviceException("it cannot be made ready: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted beside a job that is done", e);
    }
  }

  /** Whether a driver is at work for it: then nobody may take its context away. */
  synchronized boolean isBusy() {
    return jobs.values().stream().anyMatch(job -> !job.isDone());
  }

  /** Takes no more work, and does not wait for what it is at. */
  void close() {
    thread.shutdownNow();
  }
}
