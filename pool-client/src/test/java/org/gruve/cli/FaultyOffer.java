package org.gruve.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

/** A GPU, as far as anyone can tell, with a fault that it shows at a certain time. */
final class FaultyOffer implements DeviceOffer {
  /** What is wrong with it. */
  enum Fault {
    NONE,
    HANGS_WHEN_OPENED,
    /** In the self-test: no hit is ever told. */
    BLIND,
    HANGS_IN_TEST,
    /** In a benchmark, once nobody knows the answers. */
    HANGS_WHEN_MEASURED,
    /** From here on while it mines, not before. */
    HANGS,
    VANISHES,
    /** Each nonce is off by one. */
    WRONG_HITS;

    boolean isOfMining() {
      return compareTo(HANGS) >= 0;
    }

    boolean isHanging() {
      return this == HANGS || this == HANGS_IN_TEST || this == HANGS_WHEN_MEASURED;
    }
  }

  private final DeviceInfo info;
  private final Fault fault;
  private final Runnable hanging;
  private final CountDownLatch never = new CountDownLatch(1);

  FaultyOffer(String id, Fault fault) {
    this(id, fault, () -> {});
  }

  /** One that does something when it hangs. */
  FaultyOffer(String id, Fault fault, Runnable hanging) {
    this.hanging = hanging;
    info = new DeviceInfo(id, id.replaceAll(":.*", ""), "Test GPU", "reference", "");
    this.fault = fault;
  }

  @Override
  public DeviceInfo info() {
    return info;
  }

  @Override
  public Optional<Throwable> unavailabilityCause() {
    return Optional.empty();
  }

  /** Lets go what hangs in it. */
  void release() {
    never.countDown();
  }

  @Override
  public Device open(int threads) {
    if (fault == Fault.HANGS_WHEN_OPENED) {
      hang();
    }
    return new FaultyDevice();
  }

  private void hang() {
    hanging.run();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class FaultyDevice implements Device {
    private final Device right = new ReferenceDevice("right", 1);

    @Override
    public DeviceInfo info() {
      return info;
    }

    @Override
    public String kernelHash() {
      return "";
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Searcher searcher(int index) {
      return new FaultySearcher(right.searcher(index));
    }

    @Override
    public void close() {
      right.close();
    }
  }

  private final class FaultySearcher implements Searcher {
    private final Searcher right;
    private boolean shown;

    FaultySearcher(Searcher right) {
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
      shown = isShownIn(work);
      right.begin(work);
    }

    private boolean isShownIn(Work work) {
      boolean test = work.job().id().equals("self-test");
      if (fault != Fault.HANGS_WHEN_MEASURED) {
        return fault.isOfMining() != test;
      }
      // Known answers have few points, and the self-test takes its rate at a hard target.
      boolean known = work.nonces() != Work.ALL_NONCES;
      return test && !known && work.job().shareTarget().topWord() != 0;
    }

    @Override
    public long enqueue(long hashes) {
      return right.enqueue(hashes);
    }

    @Override
    public void await(BatchSink sink) {
      Batch batch = Batch.of(right);
      if (shown && fault.isHanging()) {
        hang();
      }
      if (shown && fault == Fault.VANISHES) {
        throw new DeviceException("it has fallen off the bus");
      }
      var hits = batch.candidates().stream().filter(_ -> !(shown && fault == Fault.BLIND));
      sink.finished(batch.work(), batch.hashes(), batch.nanos(), hits.map(this::told).toList());
    }

    private Candidate told(Candidate hit) {
      return shown && fault == Fault.WRONG_HITS
          ? new Candidate(hit.work(), hit.version(), hit.nonce() ^ 1)
          : hit;
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
