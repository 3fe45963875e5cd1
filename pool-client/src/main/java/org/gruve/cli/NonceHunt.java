package org.gruve.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.MinerSettings;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Scans the nonces of one header upwards with all workers of some devices, chunk by chunk, until
 * one of them meets the header's target. It ends, too, when a device fails, since others do not
 * know what that one has left out.
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
  private final Watch watch;
  private final AtomicLong next;
  private final AtomicLong hashes = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Map<Device, DeviceException> lost = new ConcurrentHashMap<>();
  private volatile @Nullable BlockHeader found;
  private volatile @Nullable RuntimeException failure;

  private NonceHunt(KnownBlock block, long first, Watch watch) {
    this.block = block;
    this.next = new AtomicLong(first);
    this.watch = watch;
  }

  /**
   * What was found.
   *
   * @param header empty when stopped before, when a device failed, or when the nonces ran out
   * @param lost the devices that failed, and why
   */
  record Result(Optional<BlockHeader> header, long hashes, Map<Device, DeviceException> lost) {
    Result {
      lost = Map.copyOf(lost);
    }
  }

  /** Scans from nonce {@code first} on, with the deadlines of mining. */
  static Result run(Fleet fleet, MinerSettings mining, KnownBlock block, long first, Watch watch)
      throws InterruptedException {
    NonceHunt hunt = new NonceHunt(block, first, watch);
    List<HuntingParty> parties =
        fleet.tested().stream()
            .map(one -> new HuntingParty(one, mining, watch::isStopping))
            .toList();
    parties.forEach(party -> party.start(hunt::work));
    hunt.await(parties);
    return hunt.result();
  }

  private void await(List<HuntingParty> parties) throws InterruptedException {
    List<HuntingParty> busy = new ArrayList<>(parties);
    while (!busy.isEmpty()) {
      busy.getFirst().await(BETWEEN_LOOKS);
      watch.scanned(hashes.get());
      busy.removeIf(this::isDone);
    }
  }

  private boolean isDone(HuntingParty party) {
    try {
      return party.hasEnded();
    } catch (DeviceException e) {
      lose(party, e);
      return true;
    }
  }

  private void lose(HuntingParty party, DeviceException cause) {
    lost.putIfAbsent(party.device(), cause);
    over.set(true);
  }

  private Result result() {
    RuntimeException cause = failure;
    if (cause != null) {
      throw cause;
    }
    return new Result(Optional.ofNullable(found), hashes.get(), lost);
  }

  private void work(HuntingParty party, int index) {
    try (Searcher searcher = party.searcher(index)) {
      while (!over.get() && !watch.isStopping() && !party.isDead()) {
        long first = next.getAndAdd(party.chunk());
        if (first >= NONCES) {
          return;
        }
        scan(party, searcher, block.work(first, Math.min(party.chunk(), NONCES - first)));
      }
    } catch (DeviceException e) {
      lose(party, e);
    } catch (RuntimeException e) {
      failure = e;
      over.set(true);
    }
  }

  private void scan(HuntingParty party, Searcher searcher, Work work) {
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
        searcher.await((_, scanned, _, hits) -> take(party, scanned, hits));
        inFlight--;
      }
    }
  }

  private void take(HuntingParty party, long scanned, List<Candidate> candidates) {
    if (party.isDead()) {
      return;
    }
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
