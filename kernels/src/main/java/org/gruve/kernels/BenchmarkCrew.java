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
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.Searcher;

/** A thread and a searcher for each worker of a device, for as long as it is measured. */
final class BenchmarkCrew implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 200;

  private final List<Member> members = new ArrayList<>();

  private record Member(ExecutorService thread, Searcher searcher) {}

  BenchmarkCrew(Device device) {
    try {
      for (int i = 0; i < device.workers(); i++) {
        members.add(member("bench-" + device.info().id() + "-" + i, device.searcher(i)));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Member member(String name, Searcher searcher) {
    var threads = Thread.ofPlatform().daemon().name(name).factory();
    return new Member(Executors.newSingleThreadExecutor(threads), searcher);
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
      pending.add(member.thread().submit(() -> task.apply(index, member.searcher())));
    }
    List<T> done = new ArrayList<>();
    pending.forEach(future -> done.add(outcome(future, meanwhile)));
    meanwhile.run();
    return done;
  }

  private static <T> T outcome(Future<T> future, Runnable meanwhile) {
    try {
      while (true) {
        try {
          return future.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
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

  /** Each searcher on its own thread, as it asks for. */
  @Override
  public void close() {
    for (Member member : members) {
      member.thread().execute(member.searcher()::close);
      member.thread().close();
    }
  }
}
