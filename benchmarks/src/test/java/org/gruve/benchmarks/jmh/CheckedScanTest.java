package org.gruve.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.Layout;
import org.junit.jupiter.api.Test;

final class CheckedScanTest {
  private static final Candidate GOLDEN_HIT = hit(0);

  private final ScanWindow window =
      new ScanWindow(
          ScanWindow.of(Layout.ONE_VERSION, 64).work(),
          List.of(ScanWindow.key(GOLDEN_HIT.version(), GOLDEN_HIT.nonce())));

  /** Says in one batch that it scanned so much and found that. */
  private record Claims(long hashes, List<Candidate> candidates, AtomicBoolean done)
      implements Searcher {
    Claims(long hashes, Candidate... candidates) {
      this(hashes, List.of(candidates), new AtomicBoolean());
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public int comfortableHits() {
      return 1;
    }

    @Override
    public void begin(Work work) {
      done.set(false);
    }

    @Override
    public long enqueue(long wanted) {
      return done.get() ? 0 : hashes;
    }

    @Override
    public void await(BatchSink sink) {
      done.set(true);
      sink.finished(GOLDEN_HIT.work(), hashes, 1, candidates);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void takesExactlyTheHitsThatAreThere() {
    assertThat(new CheckedScan(new Claims(64, GOLDEN_HIT), window).run()).hasSize(1);
  }

  @Test
  void refusesAKernelThatMissesAHit() {
    assertRefused(new Claims(64), "found 0 hits of 1");
  }

  @Test
  void refusesAKernelThatFindsMoreThanThereIs() {
    assertRefused(new Claims(64, GOLDEN_HIT, hit(1)), "found 2 hits of 1");
  }

  @Test
  void refusesAKernelThatFindsAnother() {
    assertRefused(new Claims(64, hit(1)), "or other ones");
  }

  @Test
  void refusesAKernelThatScansLess() {
    assertRefused(new Claims(63, GOLDEN_HIT), "scanned 63 of 64");
  }

  private void assertRefused(Searcher searcher, String why) {
    assertThatThrownBy(new CheckedScan(searcher, window)::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private static Candidate hit(int offset) {
    Work work = ScanWindow.of(Layout.ONE_VERSION, 64).work();
    return new Candidate(work, ScanWindow.GOLDEN.version(), ScanWindow.GOLDEN.nonce() + offset);
  }
}
