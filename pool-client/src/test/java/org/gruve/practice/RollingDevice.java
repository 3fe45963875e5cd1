package org.gruve.practice;

import java.util.List;
import org.gruve.core.mine.Batch;
import org.gruve.core.mine.BatchSink;
import org.gruve.core.mine.Device;
import org.gruve.core.mine.DeviceInfo;
import org.gruve.core.mine.ReferenceDevice;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * A device that goes through the versions of a work before it goes through the nonces of one, as
 * version-rolled lanes do, so that hardly two of its shares have the same version.
 */
final class RollingDevice implements Device {
  @Override
  public DeviceInfo info() {
    return new DeviceInfo("rolling", "rolling", "MessageDigest", "reference", "");
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
    return new RollingSearcher();
  }

  @Override
  public void close() {}

  private static final class RollingSearcher implements Searcher {
    /** Divides every range of nonces that a work of a pool has. */
    private static final long CHUNK = 4096;

    /** Odd, so that it comes past every one of a power of two versions. */
    private static final long STRIDE = 40503;

    private @Nullable Work work;
    private @Nullable Batch finished;
    private long chunk;

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public int comfortableHits() {
      return 4096;
    }

    @Override
    public void begin(Work next) {
      work = next;
      chunk = 0;
    }

    @Override
    public long enqueue(long hashes) {
      if (work == null || chunk >= work.hashes() / CHUNK) {
        return 0;
      }
      long start = System.nanoTime();
      int versions = work.versions().count();
      long version = chunk * STRIDE % versions;
      long first = version * work.nonces() + chunk / versions * CHUNK;
      List<Candidate> hits = ReferenceDevice.hits(work, first, CHUNK);
      finished = new Batch(work, CHUNK, System.nanoTime() - start, hits);
      chunk++;
      return CHUNK;
    }

    @Override
    public void await(BatchSink sink) {
      Batch batch = finished;
      if (batch == null) {
        throw new IllegalStateException("no batch is in flight");
      }
      finished = null;
      batch.tell(sink);
    }

    @Override
    public void close() {}
  }
}
