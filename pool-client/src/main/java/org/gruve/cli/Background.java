package org.gruve.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Something that is made on a thread of its own meanwhile, and closed whoever was interested. */
final class Background<T> implements AutoCloseable {
  private final FutureTask<T> task;
  private final Consumer<T> closer;

  private Background(FutureTask<T> task, Consumer<T> closer) {
    this.task = task;
    this.closer = closer;
  }

  /** Begins to make it. */
  static <T> Background<T> start(String thread, Callable<T> maker, Consumer<T> closer) {
    FutureTask<T> task = new FutureTask<>(maker);
    Thread.ofPlatform().daemon().name(thread).start(task);
    return new Background<>(task, closer);
  }

  /** Waits for it. Throws what its maker threw. */
  T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException("a background task failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting");
    }
  }

  @Override
  public void close() {
    T made;
    try {
      made = get();
    } catch (RuntimeException e) {
      // It was never made: get has told, or nobody asked any more.
      return;
    }
    closer.accept(made);
  }
}
