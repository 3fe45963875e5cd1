package org.gruve.kernels.cpu;

import java.util.function.IntConsumer;
import org.gruve.kernels.header.TopWord;
import org.jspecify.annotations.Nullable;

/** One worker's use of a kernel, in both layouts. It remembers the part of a work it turned to. */
final class Scanner {
  private final NonceScan nonces;
  private final RolledScan rolled;
  private @Nullable Part part;

  Scanner(NonceScan nonces, RolledScan rolled) {
    this.nonces = nonces;
    this.rolled = rolled;
  }

  RolledScan rolled() {
    return rolled;
  }

  /** Tells {@code hits} the indices of versions that hit with a nonce; see {@link RolledScan}. */
  void scanVersions(Part of, int nonce, TopWord top, IntConsumer hits) {
    turnTo(of);
    rolled.scan(nonce, top, hits);
  }

  /** Tells {@code hits} the nonces that hit in a part of one version; see {@link NonceScan}. */
  void scanNonces(Part of, int first, long count, TopWord top, IntConsumer hits) {
    turnTo(of);
    nonces.scan(first, count, top, hits);
  }

  private void turnTo(Part next) {
    if (next == part) {
      return;
    }
    part = next;
    if (!next.isRolled()) {
      nonces.begin(next.header(0));
      return;
    }
    rolled.begin(next.count());
    for (int i = 0; i < next.count(); i++) {
      rolled.version(i, next.header(i));
    }
  }
}
