package org.gruve.core.mine;

import java.util.List;
import org.gruve.core.work.Candidate;

/**
 * The mining loop of one thread: keeps the searcher's depth of batches in flight, also from one
 * work to the next, and brings home what each found before it looks for more. What it throws ends
 * the device's use: it is reported at once, and what its opening or its closing throws by the
 * thread's handler.
 */
final class Worker implements Runnable {
  private final Station station;
  private final int index;
  private final Door door;
  private final MinerSettings settings;
  private final CandidateCheck check;
  private final double rest;
  private final CallMark calls = new CallMark();
  private long owedNanos;

  Worker(Station station, int index, Door door, MinerSettings settings, ShareSink sink) {
    this.station = station;
    this.index = index;
    this.door = door;
    this.settings = settings;
    this.rest = station.info().hasDriver() ? settings.rest() : 0;
    this.check = new CandidateCheck(station, sink);
  }

  /** Its calls into the device, for who watches that they return. */
  CallMark calls() {
    return calls;
  }

  @Override
  public void run() {
    try (Searcher searcher = MarkedSearcher.open(station.device(), index, calls)) {
      mineTo(searcher);
    }
  }

  /** The cause is told before the searcher is closed, in which a driver that failed may hang. */
  private void mineTo(Searcher searcher) {
    try {
      mine(searcher);
    } catch (RuntimeException | Error e) {
      station.fail(e);
    }
  }

  private void mine(Searcher searcher) {
    BatchSizer sizer = new BatchSizer(settings.batch());
    WorkFeed feed = new WorkFeed(door, station::isPaused, searcher, sizer, settings);
    BatchSink home = (_, hashes, nanos, found) -> bringHome(sizer, hashes, nanos, found);
    // A second batch in flight would fill the pause after the first.
    int depth = rest > 0 ? 1 : searcher.depth();
    int inFlight = 0;
    while (!station.isDead()) {
      while (inFlight < depth && !station.hasFailed() && feed.startBatch()) {
        inFlight++;
      }
      if (inFlight > 0) {
        searcher.await(home);
        inFlight--;
        rest();
      } else if (station.hasFailed() || feed.ended()) {
        return;
      } else {
        feed.awaitWork();
      }
    }
  }

  /**
   * Sleeps as long as the last batch asks for; a new generation ends that, also the miner's end.
   */
  private void rest() {
    if (owedNanos > 0) {
      long until = settings.nanoClock().getAsLong() + owedNanos;
      owedNanos = 0;
      door.awaitChange(door.current().generation(), until);
    }
  }

  private void bringHome(BatchSizer sizer, long hashes, long nanos, List<Candidate> candidates) {
    if (station.isDead()) {
      return;
    }
    station.scanned(hashes, nanos);
    sizer.took(hashes, nanos);
    owedNanos = (long) (nanos * rest);
    // By index: a worker makes no garbage of its own, be it an iterator.
    for (int i = 0; i < candidates.size(); i++) {
      check.check(candidates.get(i));
    }
  }
}
