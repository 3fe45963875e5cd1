package org.gruve.benchmarks.validation;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

  @Override
  public void close() {
    others.close();
  }
}
