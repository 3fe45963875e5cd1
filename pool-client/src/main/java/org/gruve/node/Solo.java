package org.gruve.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolEvents;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.Way;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes of a program share: who is paid, what is written into the coinbase, and the post
 * that brings found blocks to all of them. Accounts first, then {@link #start}, then the upstreams.
 */
public final class Solo implements AutoCloseable {
  private final String payout;
  private final Bytes tag;
  private final Path folder;
  private final List<NodeAccount> accounts = new ArrayList<>();
  private @Nullable BlockPost post;

  /**
   * Prepares.
   *
   * @param payout the address that gets the whole value of a block
   * @param tag what else to write into the coinbase's input, at most 40 bytes
   * @param folder where found blocks are kept; made when there is one
   */
  public Solo(String payout, Bytes tag, Path folder) {
    this.payout = payout;
    this.tag = tag;
    this.folder = folder;
  }

  /** One more node, which gets every found block. */
  public NodeAccount account(NodeAddress address, Way way, int quota) {
    NodeAccount account = new NodeAccount(address, way, quota, this);
    accounts.add(account);
    return account;
  }

  /** Sends what earlier runs left unanswered, and what is found from now on. */
  public void start(PoolLoop loop, Outside outside, PoolEvents events) {
    BlockPost made = new BlockPost(accounts, folder, loop, outside, events);
    post = made;
    loop.eventLoop().execute(made::start);
  }

  /**
   * Sends nothing any more; what is unanswered stays on disk for the next start. Waits for the
   * disk; must not be called on the event loop.
   */
  @Override
  public void close() {
    if (post != null) {
      post.close();
    }
  }

  /** After the end: the blocks that no node has answered for, each in a few words. */
  public List<String> undelivered() {
    return post == null ? List.of() : post.undelivered();
  }

  String payout() {
    return payout;
  }

  Bytes tag() {
    return tag;
  }

  BlockPost post() {
    if (post == null) {
      throw new IllegalStateException("a node's upstream before Solo.start");
    }
    return post;
  }
}
