package org.gruve.cli;

import org.gruve.core.block.BlockHeader;
import org.gruve.practice.PracticeEvents;

/** What the practice pool does, in lines for its operator. */
record PracticeLog(Inbox inbox) implements PracticeEvents {
  @Override
  public void connected(String client) {
    inbox.remark("net", client + " connected");
  }

  @Override
  public void disconnected(String client, String reason) {
    inbox.remark("net", client + " disconnected" + (reason.isEmpty() ? "" : ": " + reason));
  }

  @Override
  public void share(String client, String user, String refusal) {
    String verdict = refusal.isEmpty() ? "accepted" : "rejected \"" + refusal + "\"";
    inbox.remark("share", verdict + " from " + user + " at " + client);
  }

  @Override
  public void block(int height, BlockHeader header, String user) {
    inbox.remark("block", "height " + height + " " + header.hash().display() + " by " + user);
  }

  @Override
  public void oddity(String text) {
    inbox.remark("pool", text);
  }
}
