package org.gruve.practice;

import org.gruve.core.block.BlockHeader;

/** What happens at the practice pool, told on its event loop; must not block. */
public interface PracticeEvents {
  /** A client came. */
  void connected(String client);

  /** A client went. */
  void disconnected(String client, String reason);

  /** A share was judged; {@code refusal} is empty when it was accepted. */
  void share(String client, String user, String refusal);

  /** A block was appended to the chain. */
  void block(int height, BlockHeader header, String user);

  /** Something odd that was survived, in one sentence. */
  void oddity(String text);
}
