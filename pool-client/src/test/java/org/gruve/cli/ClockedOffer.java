package org.gruve.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.DeviceOffer;

/** A device whose own clock goes on by a millisecond with every hash, and which may be wrong. */
final class ClockedOffer implements DeviceOffer {
  /** What is wrong with it. */
  enum Fault {
    NONE,
    /** Finds nothing once it knows that nobody looks. */
    BLIND_IN_LONG_WORK,
    /** Claims twice what it has scanned there. */
    BOASTS_IN_LONG_WORK,
    /** Fails there. */
    LOST_IN_LONG_WORK,
    /** Has something to tell there, once. */
    REMARKS_IN_LONG_WORK,
    /** Has a fault of the program's own when it is measured. */
    BROKEN_INSIDE
  }

  private final String id;
  private final Fault fault;
  private final AtomicLong clock;
  private final List<String> closed;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile Consumer<String> remarks = _ -> {};

  /** A device that, when it is closed, enters its id in a list. */
  ClockedOffer(String id, Fault fault, AtomicLong clock, List<String> closed) {
    this.id = id;
    this.fault = fault;
    this.clock = clock;
    this.closed = closed;
  }

  @Override
  public DeviceInfo info() {
    return new DeviceInfo(id, "cpu", "Test CPU", "reference", "");
  }

  @Override
  public String details() {
    return "1 thread";
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return Optional.empty();
  }

  @Override
  public Device open(int threads) {
    return new ClockedDevice();
  }

  private final class ClockedDevice implements Device {
    private final Device right = new ReferenceDevice(id, 1);

    @Override
    public DeviceInfo info() {
      return ClockedOffer.this.info();
    }

    @Override
    public String kernelHash() {
      return "0123456789ab";
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Searcher searcher(int index) {
      return new ClockedSearcher(right.searcher(index));
    }

    @Override
    public void listen(Consumer<String> listener) {
      if (fault == Fault.BROKEN_INSIDE) {
        throw new IllegalStateException("broken");
      }
      remarks = listener;
    }

    @Override
    public void close() {
      closed.add(id);
      right.close();
    }
  }

  private final class ClockedSearcher implements Searcher {
    private final Searcher right;
    private Fault shown = Fault.NONE;

    ClockedSearcher(Searcher right) {
      this.right = right;
    }

    @Override
    public int depth() {
      return right.depth();
    }

    @Override
    public int comfortableHits() {
      return right.comfortableHits();
    }

    @Override
    public void begin(Work work) {
      // Known answers have few points, and the self-test takes its rate at a hard target.
      boolean measured =
          work.nonces() == Work.ALL_NONCES && work.job().shareTarget().topWord() != 0;
      shown = measured ? fault : Fault.NONE;
      right.begin(work);
    }

    @Override
    public long enqueue(long hashes) {
      if (shown == Fault.LOST_IN_LONG_WORK) {
        throw new DeviceException("the driver is gone");
      }
      if (shown == Fault.REMARKS_IN_LONG_WORK && !told.getAndSet(true)) {
        remarks.accept("it is hot");
      }
      return right.enqueue(hashes);
    }

    @Override
    public void await(BatchSink sink) {
      Batch batch = Batch.of(right);
      clock.addAndGet(batch.hashes() * 1_000_000);
      List<Candidate> told = shown == Fault.BLIND_IN_LONG_WORK ? List.of() : batch.candidates();
      long claimed = batch.hashes() * (shown == Fault.BOASTS_IN_LONG_WORK ? 2 : 1);
      sink.finished(batch.work(), claimed, batch.nanos(), told);
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
