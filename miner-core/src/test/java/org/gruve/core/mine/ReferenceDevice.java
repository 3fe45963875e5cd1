package org.gruve.core.mine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/**
 * A device that hashes with the JDK's MessageDigest: slow, and right. The oracle for kernels: point
 * {@code i} of a work is version {@code i / nonces} of its slice and nonce {@code first + i %
 * nonces}.
 */
public final class ReferenceDevice implements Device {
  private final DeviceInfo info;
  private final int workers;

  /** A device under the id {@code id} with so many workers, each with one batch in flight. */
  public ReferenceDevice(String id, int workers) {
    this.info = new DeviceInfo(id, id, "MessageDigest", "reference", "");
    this.workers = workers;
  }

  /** All hits among {@code count} points of a work from point {@code first} on. */
  public static List<Candidate> hits(Work work, long first, long count) {
    MessageDigest sha256 = Sha256d.sha256();
    byte[] header = work.header(work.versions().version(0), work.firstNonce()).bytes();
    ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    int target = work.job().shareTarget().topWord();
    List<Candidate> hits = new ArrayList<>();
    for (long point = first; point < first + count; point++) {
      int version = work.versions().version((int) (point / work.nonces()));
      int nonce = work.firstNonce() + (int) (point % work.nonces());
      fields.putInt(0, version).putInt(76, nonce);
      if (Integer.compareUnsigned(topWord(sha256, header), target) <= 0) {
        hits.add(new Candidate(work, version, nonce));
      }
    }
    return hits;
  }

  private static int topWord(MessageDigest sha256, byte[] header) {
    byte[] hash = new byte[32];
    try {
      sha256.update(header);
      sha256.digest(hash, 0, 32);
      sha256.update(hash);
      sha256.digest(hash, 0, 32);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
    return ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getInt(28);
  }

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
    return workers;
  }

  @Override
  public Searcher searcher(int index) {
    return new ReferenceSearcher();
  }

  @Override
  public void close() {}
}
