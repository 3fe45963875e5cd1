package org.gruve.pool;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps all that a pool client tells, and waits for what a test needs. */
final class Recorder implements PoolEvents {
  private final List<PoolEvent> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<PoolEvent> fresh = new LinkedBlockingQueue<>();

  @Override
  public void on(PoolEvent event) {
    all.add(event);
    fresh.add(event);
  }

  /** The next event of this kind; those before it are passed over. */
  <T extends PoolEvent> T await(Class<T> kind) {
    return await(kind, _ -> true);
  }

  /** The next event of this kind that is like this; those before it are passed over. */
  <T extends PoolEvent> T await(Class<T> kind, Predicate<T> like) {
    while (true) {
      PoolEvent event = next(kind);
      if (kind.isInstance(event) && like.test(kind.cast(event))) {
        return kind.cast(event);
      }
    }
  }

  private PoolEvent next(Class<?> kind) {
    try {
      PoolEvent event = fresh.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no " + kind.getSimpleName() + " came; only " + kinds());
      }
      return event;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private List<String> kinds() {
    return all.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  /** All events of a kind so far. */
  <T extends PoolEvent> List<T> all(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
