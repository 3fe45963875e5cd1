package org.gruve.kernels.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gruve.core.mine.DeviceException;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.gruve.kernels.header.TopWord;
import org.jspecify.annotations.Nullable;

/** A queue that finds hits by the JDK's SHA-256, and does what a broken one does when told to. */
final class ComputedQueue implements GpuQueue {
  private final ComputedDriver driver;
  private final List<int[]> hits = new ArrayList<>();
  private @Nullable VersionBlock held;
  private Runnable pending = () -> {};

  ComputedQueue(ComputedDriver driver) {
    this.driver = driver;
  }

  @Override
  public void midstates(VersionBlock block) {
    held = block;
    driver.midstates++;
  }

  @Override
  public void versions(Scan.Versions scan, TopWord test) {
    if (!scan.block().equals(held)) {
      throw new IllegalStateException("midstates of other versions are there");
    }
    pending =
        () -> {
          for (int i = scan.first(); i < scan.first() + scan.count(); i++) {
            for (int n = 0; n < scan.nonces(); n++) {
              look(scan.hit(i, scan.firstNonce() + n), i, test);
            }
          }
        };
  }

  @Override
  public void nonces(Scan.Nonces scan, TopWord test) {
    pending =
        () -> {
          for (int n = 0; n < scan.count(); n++) {
            look(scan.hit(0, scan.first() + n), 0, test);
          }
        };
  }

  private void look(Candidate point, int index, TopWord test) {
    Work work = point.work();
    int last = Integer.reverseBytes(work.header(point.version(), point.nonce()).hash().topWord());
    if (test.hits(last) && !driver.isBlind) {
      hits.add(new int[] {index, point.nonce()});
    }
  }

  @Override
  public void await(long expectedNanos, int[] found) {
    if (driver.failures > 0) {
      driver.failures--;
      hits.clear();
      throw new DeviceException("the fake failed as it was told to");
    }
    pending.run();
    Arrays.fill(found, -1);
    found[0] = hits.size();
    for (int i = 0; i < Math.min(hits.size(), SLOTS); i++) {
      found[1 + 2 * i] = hits.get(i)[0];
      found[2 + 2 * i] = hits.get(i)[1];
    }
    hits.clear();
  }

  @Override
  public void close() {
    driver.openQueues--;
  }
}
