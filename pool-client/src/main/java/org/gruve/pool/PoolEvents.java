package org.gruve.pool;

/** Takes what happens, on the pool client's event loop; must not block. */
@FunctionalInterface
public interface PoolEvents {
  /** One thing that happened. */
  void on(PoolEvent event);
}
