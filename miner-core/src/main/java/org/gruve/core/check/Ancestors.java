package org.gruve.core.check;

import org.gruve.core.block.BlockHeader;

/** The branch that a new block would extend: its parent, and all blocks before that. */
public interface Ancestors {
  /** The height of the parent. */
  int height();

  /** The header at a height from 0 to {@link #height()} of this branch. */
  BlockHeader header(int height);

  /** The parent's header. */
  default BlockHeader parent() {
    return header(height());
  }
}
