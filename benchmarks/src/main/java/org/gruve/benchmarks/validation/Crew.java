package org.gruve.benchmarks.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads of which the caller is one, for all that is compared. */
final class Crew implements AutoCloseable {
  private final int threads;
  private final ExecutorService others;

  Crew(int threads) {
    this.threads = threads;
    this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1));
  }

  int threads() {
    return threads;
  }

  /** The threads beside the caller; none where it is alone. */
  Executor executor() {
    return threads > 1 ? others : _ -> {};
  }

  /** Does {@code count} things, each once, whoever is free taking the next. */
  void each(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    List<Future<?>> helping = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      helping.add(others.submit(share));
    }
    share.run();
    helping.forEach(Crew::await);
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    others.close();
  }
}
