package org.gruve.benchmarks.jmh;

import org.gruve.core.block.BlockHeader;
import org.gruve.core.work.VersionSlice;

/** How the hashes of a window are spread over versions and nonces; it decides a kernel's layout. */
public enum Layout {
  /** One version, so that only the nonce can differ from lane to lane. */
  ONE_VERSION(1),
  /** As many versions as a version-rolled kernel keeps midstates of. */
  VERSION_ROLLED(256);

  /** The bits that BIP320 leaves to miners. */
  private static final int MASK = 0x1fffe000;

  private final int versions;

  Layout(int versions) {
    this.versions = versions;
  }

  int versions() {
    return versions;
  }

  /** Versions with the header's own among them. */
  VersionSlice slice(BlockHeader header) {
    if (versions == 1) {
      return VersionSlice.single(header.version());
    }
    int own = Integer.compress(header.version(), MASK);
    return new VersionSlice(
        header.version() & ~MASK, MASK, own - Math.floorMod(own, versions), versions);
  }
}
