package org.gruve.core.check;

import org.gruve.core.block.BlockHeader;

/** The branch that a new block would extend: its parent, and blocks before that. */
public interface Ancestors {
  /** The height of the parent. */
  int height();

  /** The header at a height from {@link #lowest()} to {@link #height()} of this branch. */
  BlockHeader header(int height);

  /** The lowest height whose header is known, as are all from there on; 0 where all are. */
  default int lowest() {
    return 0;
  }

  /** The parent's header. */
  default BlockHeader parent() {
    return header(height());
  }
}
