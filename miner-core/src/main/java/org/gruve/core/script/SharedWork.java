package org.gruve.core.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Numbered pieces of work that the calling thread does together with an executor. Since the caller
 * waits for pieces that have begun, and for nothing else, it may itself run on that executor.
 */
public final class SharedWork {
  /** More threads than any machine gives a block. */
  private static final int MOST_HELPERS = 255;

  private final int count;
  private final IntConsumer piece;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private SharedWork(int count, IntConsumer piece) {
    this.count = count;
    this.piece = piece;
    left = new AtomicInteger(count);
  }

  /**
   * Does pieces 0 to {@code count - 1}, begun in this order, and returns when all are done.
   * CompletionException if one of them fails.
   */
  public static void run(int count, Executor executor, IntConsumer piece) {
    if (count == 0) {
      return;
    }
    SharedWork work = new SharedWork(count, piece);
    int helpers = Math.min(count - 1, MOST_HELPERS);
    for (int i = 0; i < helpers; i++) {
      executor.execute(work::help);
    }
    work.help();
    work.done.join();
  }

  private void help() {
    int number = next.getAndIncrement();
    while (number < count && !done.isDone()) {
      work(number);
      number = next.getAndIncrement();
    }
  }

  private void work(int number) {
    try {
      piece.accept(number);
    } catch (Throwable e) {
      // Thrown again by the thread that waits.
      done.completeExceptionally(e);
    }
    if (left.decrementAndGet() == 0) {
      done.complete(null);
    }
  }
}
