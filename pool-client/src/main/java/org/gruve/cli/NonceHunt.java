package org.gruve.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Scans the nonces of one header upwards with all workers of some devices, chunk by chunk, until
 * one of them meets the header's target.
 */
final class NonceHunt {
  private static final long NONCES = 1L << 32;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** Who waits for the end of a hunt. */
  interface Watch {
    /** Whether it is to end early; any thread asks. */
    boolean isStopping();

    /** How far it is, told a few times a second on the thread that waits. */
    void scanned(long hashes);
  }

  private final KnownBlock block;
  private final long chunk;
  private final Watch watch;
  private final AtomicLong next;
  private final AtomicLong hashes = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable BlockHeader found;
  private volatile @Nullable RuntimeException failure;

  private NonceHunt(KnownBlock block, long first, long chunk, Watch watch) {
    this.block = block;
    this.next = new AtomicLong(first);
    this.chunk = chunk;
    this.watch = watch;
  }

  /**
   * What was found.
   *
   * @param header empty when stopped before, or when the nonces ran out
   */
  record Result(Optional<BlockHeader> header, long hashes) {}

  /**
   * Scans from nonce {@code first} on.
   *
   * @param chunk nonces that a worker takes at once
   */
  static Result run(List<Device> devices, KnownBlock block, long first, long chunk, Watch watch)
      throws InterruptedException {
    NonceHunt hunt = new NonceHunt(block, first, chunk, watch);
    List<Thread> workers = new ArrayList<>();
    for (Device device : devices) {
      for (int i = 0; i < device.workers(); i++) {
        int index = i;
        workers.add(
            Thread.ofPlatform()
                .daemon()
                .name("hunt-" + device.info().id() + "-" + i)
                .start(() -> hunt.work(device, index)));
      }
    }
    for (Thread worker : workers) {
      while (!worker.join(BETWEEN_LOOKS)) {
        watch.scanned(hunt.hashes.get());
      }
    }
    return hunt.result();
  }

  private Result result() {
    RuntimeException cause = failure;
    if (cause != null) {
      throw cause;
    }
    return new Result(Optional.ofNullable(found), hashes.get());
  }

  private void work(Device device, int index) {
    try (Searcher searcher = device.searcher(index)) {
      while (!over.get() && !watch.isStopping()) {
        long first = next.getAndAdd(chunk);
        if (first >= NONCES) {
          return;
        }
        scan(searcher, block.work(first, Math.min(chunk, NONCES - first)));
      }
    } catch (RuntimeException e) {
      failure = e;
      over.set(true);
    }
  }

  private void scan(Searcher searcher, Work work) {
    searcher.begin(work);
    int inFlight = 0;
    long left = work.hashes();
    while (inFlight > 0 || left > 0) {
      while (left > 0 && inFlight < searcher.depth()) {
        long taken = searcher.enqueue(left);
        left = taken == 0 ? 0 : left - taken;
        inFlight += taken == 0 ? 0 : 1;
      }
      if (inFlight > 0) {
        searcher.await((_, scanned, _, found) -> take(scanned, found));
        inFlight--;
      }
    }
  }

  private void take(long scanned, List<Candidate> candidates) {
    hashes.addAndGet(scanned);
    for (Candidate candidate : candidates) {
      BlockHeader header = candidate.header();
      if (block.target().isMetBy(header.hash())) {
        found = header;
        over.set(true);
      }
    }
  }
}
