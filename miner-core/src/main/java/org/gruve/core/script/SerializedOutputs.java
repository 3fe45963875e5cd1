package org.gruve.core.script;

import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Sha256d;
import org.jspecify.annotations.Nullable;

/** A transaction's outputs as they are serialised, each of which can be hashed alone. */
final class SerializedOutputs {
  private final byte[] bytes;
  private final int[] ends;

  /**
   * Made on first use and kept: an output of a megabyte may be signed alone by thousands of
   * signatures.
   */
  private final AtomicReferenceArray<byte @Nullable []> hashes;

  SerializedOutputs(List<TxOut> outputs) {
    Preimage out = new Preimage(outputs.stream().mapToInt(Preimage::sizeOf).sum());
    ends = new int[outputs.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = out.output(outputs.get(i)).size();
    }
    bytes = out.toArray();
    hashes = new AtomicReferenceArray<>(ends.length);
  }

  int count() {
    return ends.length;
  }

  void updateAll(MessageDigest sha256) {
    sha256.update(bytes);
  }

  void update(MessageDigest sha256, int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    sha256.update(bytes, start, ends[index] - start);
  }

  /** Single SHA-256 of all, without their number. */
  byte[] sha256() {
    return Sha256d.sha256().digest(bytes);
  }

  /** Single SHA-256 of one; nobody writes to it. */
  byte[] sha256(int index) {
    byte[] known = hashes.get(index);
    if (known == null) {
      MessageDigest sha256 = Sha256d.sha256();
      update(sha256, index);
      known = sha256.digest();
      hashes.set(index, known);
    }
    return known;
  }
}
