package org.gruve.pool;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does what may take a while (files, names, large texts) beside the event loop. */
public final class Aside {
  private Aside() {}

  /**
   * Works on a virtual thread, and goes on where {@code loop} runs things: with exactly one of
   * {@code done} and {@code failed}.
   */
  public static <T> void run(
      String name, Executor loop, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    var _ =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  Runnable next;
                  try {
                    T result = work.call();
                    next = () -> done.accept(result);
                  } catch (Exception e) {
                    next = () -> failed.accept(e);
                  }
                  hand(loop, next);
                });
  }

  private static void hand(Executor loop, Runnable next) {
    try {
      loop.execute(next);
    } catch (RejectedExecutionException e) {
      // The event loop has ended meanwhile: nobody is left who would want to know.
      return;
    }
  }
}
