package org.gruve.cli;

import org.gruve.core.block.BlockHeader;
import org.gruve.practice.PracticeEvents;

/** Of the practice pool that a run mines on itself, only what is odd is worth a line. */
record PracticeRemarks(Inbox inbox) implements PracticeEvents {
  @Override
  public void connected(String client) {
    // The miner tells that it is connected.
  }

  @Override
  public void disconnected(String client, String reason) {
    // The miner tells that it lost the pool.
  }

  @Override
  public void share(String client, String user, String refusal) {
    // The miner tells what became of its shares.
  }

  @Override
  public void block(int height, BlockHeader header, String user) {
    // The miner tells of its blocks.
  }

  @Override
  public void oddity(String text) {
    inbox.remark("practice", text);
  }
}
