package org.gruve.kernels.opencl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jocl.CLException;

/**
 * What a queue had the driver make. Each holds on to the context, which stays until the last of
 * them is let go, so one that does not go must not keep the others.
 */
final class OpenClObjects {
  private final Deque<Runnable> releases = new ArrayDeque<>();
  private boolean isReleased;

  /** Keeps an object, and the call that lets it go. */
  synchronized <T> T keep(T object, Consumer<T> release) {
    releases.push(() -> release.accept(object));
    return object;
  }

  synchronized boolean isReleased() {
    return isReleased;
  }

  /**
   * Lets all go, the latest first; the second time it does nothing.
   *
   * @throws CLException the first of the errors, with the others, when all were tried
   */
  synchronized void release() {
    isReleased = true;
    CLException first = null;
    while (!releases.isEmpty()) {
      try {
        releases.pop().run();
      } catch (CLException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
