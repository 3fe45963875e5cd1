package org.gruve.core.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Something that another thread finds out meanwhile, or the one that asks where no other has begun
 * by then: so it may stand on the executor that helps it.
 */
public final class Beside<T> {
  private final Supplier<T> question;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  private Beside(Supplier<T> question) {
    this.question = question;
  }

  /** Begins as soon as the executor has a thread for it. */
  public static <T> Beside<T> begin(Executor executor, Supplier<T> question) {
    Beside<T> beside = new Beside<>(question);
    executor.execute(beside::help);
    return beside;
  }

  /** What was found. CompletionException if the question could not be answered. */
  public T answer() {
    help();
    return answer.join();
  }

  /** Finds it out where no other thread has begun, and waits for none. */
  void help() {
    if (begun.compareAndSet(false, true)) {
      try {
        answer.complete(question.get());
      } catch (Throwable e) {
        // Thrown again by the thread that asks.
        answer.completeExceptionally(e);
      }
    }
  }
}
