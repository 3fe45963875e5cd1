package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceThreads;
import org.gruve.core.mine.Searcher;
import org.gruve.core.mine.WatchedDevice;

/**
 * A thread and a searcher for each worker of a device, for as long as it is measured. The thread
 * that waits for them looks whether the device still answers.
 */
final class BenchmarkCrew implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 200;

  private final WatchedDevice device;
  private final List<Member> members = new ArrayList<>();

  private record Member(ExecutorService thread, Future<Searcher> searcher) {
    /** On its own thread, after it was opened, or was not. */
    void close() {
      if (searcher.state() == Future.State.SUCCESS) {
        searcher.resultNow().close();
      }
    }
  }

  BenchmarkCrew(WatchedDevice device) {
    this.device = device;
    for (int i = 0; i < device.workers(); i++) {
      int index = i;
      var threads = DeviceThreads.named("bench-" + device.info().id() + "-" + i).factory();
      ExecutorService thread = Executors.newSingleThreadExecutor(threads);
      members.add(new Member(thread, thread.submit(() -> device.searcher(index))));
    }
    try {
      members.forEach(member -> outcome(member.searcher(), () -> {}));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Does it on all threads at once; the task is given the number of the worker. */
  <T> List<T> each(BiFunction<Integer, Searcher, T> task) {
    return each(task, () -> {});
  }

  /** The same; the calling thread does {@code meanwhile} a few times a second, and at the end. */
  <T> List<T> each(BiFunction<Integer, Searcher, T> task, Runnable meanwhile) {
    List<Future<T>> pending = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      int index = i;
      Member member = members.get(i);
      pending.add(member.thread().submit(() -> task.apply(index, member.searcher().resultNow())));
    }
    List<T> done = new ArrayList<>();
    pending.forEach(future -> done.add(outcome(future, meanwhile)));
    meanwhile.run();
    return done;
  }

  private <T> T outcome(Future<T> future, Runnable meanwhile) {
    try {
      while (true) {
        try {
          return future.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          device.look();
          meanwhile.run();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DeviceException failure) {
        throw failure;
      }
      throw new DeviceException("the device failed while it was measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted while the device was measured", e);
    }
  }

  /**
   * Each searcher on its own thread, as it asks for. Nobody waits for threads of a dead device: one
   * of them is in its driver, perhaps for ever.
   */
  @Override
  public void close() {
    try {
      if (!device.isDead()) {
        List<? extends Future<?>> closings =
            members.stream().map(member -> member.thread().submit(member::close)).toList();
        closings.forEach(closing -> outcome(closing, () -> {}));
      }
    } finally {
      members.forEach(member -> member.thread().shutdown());
    }
  }
}
