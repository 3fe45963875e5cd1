package org.gruve.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Finds the addresses of a host. It may block, so it is never asked on the event loop. */
@FunctionalInterface
public interface Names {
  /** The addresses, in the order in which to try them. */
  InetAddress[] lookup(String host) throws UnknownHostException;

  /**
   * Looks up on a virtual thread, since the JDK knows no other way than to block, and answers on
   * the loop.
   */
  default void find(
      String host,
      Executor loop,
      Consumer<List<InetAddress>> found,
      Consumer<UnknownHostException> unknown) {
    var _ =
        Thread.ofVirtual()
            .name("lookup")
            .start(
                () -> {
                  try {
                    List<InetAddress> addresses = List.of(lookup(host));
                    hand(loop, () -> found.accept(addresses));
                  } catch (UnknownHostException e) {
                    hand(loop, () -> unknown.accept(e));
                  }
                });
  }

  private static void hand(Executor loop, Runnable answer) {
    try {
      loop.execute(answer);
    } catch (RejectedExecutionException e) {
      // The event loop has ended meanwhile: nobody is left who would want to know.
      return;
    }
  }
}
