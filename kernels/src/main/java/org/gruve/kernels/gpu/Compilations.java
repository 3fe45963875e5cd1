package org.gruve.kernels.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.gruve.core.mine.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * What a driver has compiled, by what it was compiled for. Who asks for what is there never waits
 * for one that is being compiled: the mining goes on beside it.
 *
 * @param <K> what tells one from another
 * @param <V> what comes of it
 */
public final class Compilations<K, V> {
  private final ConcurrentMap<K, FutureTask<V>> tasks = new ConcurrentHashMap<>();
  private final Function<K, V> compiler;

  /** {@code compiler} throws a {@link DeviceException} where it fails. */
  public Compilations(Function<K, V> compiler) {
    this.compiler = compiler;
  }

  /**
   * Compiled in this thread, unless it is there, or another thread is at it. What failed is not
   * kept, so that whoever asks again tries again.
   */
  public V of(K key) {
    FutureTask<V> own = new FutureTask<>(() -> compiler.apply(key));
    FutureTask<V> earlier = tasks.putIfAbsent(key, own);
    if (earlier != null) {
      return outcome(key, earlier);
    }
    own.run();
    return outcome(key, own);
  }

  private V outcome(K key, FutureTask<V> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      tasks.remove(key, task);
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted while its kernels were compiled", e);
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known
        ? known
        : new DeviceException("its kernels do not compile: " + cause);
  }

  /** Forgets all, and yields what there was. */
  public List<V> drain() {
    List<V> compiled = new ArrayList<>();
    for (FutureTask<V> task : List.copyOf(tasks.values())) {
      if (task.state() == Future.State.SUCCESS) {
        compiled.add(task.resultNow());
      }
    }
    tasks.clear();
    return compiled;
  }
}
