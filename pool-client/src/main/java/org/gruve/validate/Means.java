package org.gruve.validate;

import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.script.SignatureVerifier;
import org.gruve.core.script.SpotChecks;

/**
 * What checks are done with: something that verifies signatures, and threads {@code validate-0} and
 * on to do so in parallel.
 */
public record Means(SpotChecks signatures, ExecutorService executor, int threads)
    implements AutoCloseable {
  /** So many threads, which end with {@link #close}. */
  public static Means of(SignatureVerifier signatures, int threads) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory named =
        task -> {
          Thread thread = new Thread(task, "validate-" + number.getAndIncrement());
          thread.setDaemon(true);
          return thread;
        };
    return new Means(
        SpotChecks.of(signatures, new SecureRandom()),
        Executors.newFixedThreadPool(threads, named),
        threads);
  }

  /** Ends its threads; what still waits is dropped. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
