package org.gruve.kernels.gpu;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/** The one worker of a GPU, with two launches in flight: one runs while the other comes home. */
final class GpuSearcher implements Searcher {
  private static final int DEPTH = 2;

  private final Lanes lanes;
  private final CanaryWatch watch;
  private final Queue<Flight> flights = new ArrayDeque<>();
  private @Nullable GpuWork work;
  private int batches;
  private long lastHome = System.nanoTime();
  private double nanosPerHash;

  GpuSearcher(Lanes lanes, Optional<Canary.Source> canaries) {
    this.lanes = lanes;
    this.watch = new CanaryWatch(canaries, System::nanoTime);
  }

  @Override
  public int depth() {
    return DEPTH;
  }

  @Override
  public int comfortableHits() {
    return GpuQueue.SLOTS;
  }

  @Override
  public void begin(Work next) {
    work = new GpuWork(next);
  }

  @Override
  public long enqueue(long hashes) {
    if (work == null) {
      throw new IllegalStateException("enqueue needs a work: call begin first");
    }
    if (batches == DEPTH) {
      throw new IllegalStateException("a batch in flight must be awaited before the next");
    }
    Scan scan = work.next(hashes);
    if (scan == null) {
      return 0;
    }
    flights.add(lanes.start(scan, flights));
    batches++;
    watch.next(scan).ifPresent(canary -> flights.add(lanes.start(canary, flights)));
    return scan.hashes();
  }

  @Override
  public void await(BatchSink sink) {
    if (batches == 0) {
      throw new IllegalStateException("no batch is in flight: call enqueue first");
    }
    Flight flight = flights.element();
    Scan scan = flight.scan();
    List<Candidate> hits = lanes.finish(flight, flights, left(flight));
    flights.remove();
    long nanos = alone(flight);
    if (watch.isCanary(scan)) {
      watch.cameHome(hits).ifPresent(lanes::say);
      await(sink);
      return;
    }
    batches--;
    nanosPerHash = (double) nanos / scan.hashes();
    lanes.learn(flight, nanos);
    sink.finished(scan.work(), scan.hashes(), nanos, hits);
  }

  /** How long the device should still need for it, going by the scan before. */
  private long left(Flight flight) {
    long since = Math.max(flight.started(), lastHome);
    return (long) (nanosPerHash * flight.scan().hashes()) - (System.nanoTime() - since);
  }

  /** The time since the scan before it ended: two in flight run one after the other. */
  private long alone(Flight flight) {
    long now = System.nanoTime();
    long nanos = now - Math.max(flight.started(), lastHome);
    lastHome = now;
    return nanos;
  }

  @Override
  public void close() {
    lanes.close(flights);
    flights.clear();
  }
}
