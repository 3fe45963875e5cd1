package org.gruve.core.mine;

import org.gruve.core.work.Share;

/** Door 2: where workers leave their shares. */
@FunctionalInterface
public interface ShareSink {
  /** Takes a share on a worker's thread; must not block and must not throw. */
  void offer(Share share);
}
