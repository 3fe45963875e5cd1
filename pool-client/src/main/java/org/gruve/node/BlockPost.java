package org.gruve.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.gruve.core.hash.Hash256;
import org.gruve.pool.Backoff;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolEvent;
import org.gruve.pool.PoolEvents;
import org.gruve.pool.PoolLoop;

/**
 * Brings every found block to every node, and to disk, in the same moment. Confined to the event
 * loop, but for its beginning and end.
 */
final class BlockPost implements AutoCloseable {
  /** Who mines, and wants to know of blocks. */
  interface Watcher {
    /** A block is on its way: its parent is taken. */
    void posted(FoundBlock block);

    /** One node has answered. */
    void answered(FoundBlock block, NodeAccount node, DeliveryAnswer answer);

    /**
     * What became of it is decided.
     *
     * @param words the reason, empty where it was accepted
     * @return whether anybody was waiting for it
     */
    boolean decided(FoundBlock block, BlockFate fate, String words);
  }

  /** A node of one's own is worth asking often: each try costs nothing. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Full blocks, a few megabytes each. */
  private static final int REMEMBERED = 32;

  private final List<NodeAccount> nodes;
  private final PoolLoop loop;
  private final Outside outside;
  private final PoolEvents events;
  private final FoundBlocks disk;
  private final Map<NodeAccount, NodeRpc> calls = new LinkedHashMap<>();
  private final Map<Hash256, Parcel> parcels = new LinkedHashMap<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private volatile List<String> undelivered = List.of();
  private boolean closed;

  BlockPost(
      List<NodeAccount> nodes, Path folder, PoolLoop loop, Outside outside, PoolEvents events) {
    this.nodes = List.copyOf(nodes);
    this.loop = loop;
    this.outside = outside;
    this.events = events;
    this.disk = new FoundBlocks(folder, text -> onLoop(() -> say(text)));
  }

  /** Sends what earlier runs left. */
  void start() {
    for (NodeAccount node : nodes) {
      calls.put(node, new NodeRpc(node.address(), node.way(), loop, outside));
    }
    disk.pending(blocks -> onLoop(() -> blocks.forEach(this::resume)));
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  void unwatch(Watcher watcher) {
    watchers.remove(watcher);
  }

  /** The file in which a block without an answer is kept. */
  Path file(FoundBlock block) {
    return disk.file(block);
  }

  /** Takes a block that was just found. */
  void post(FoundBlock block) {
    if (closed || parcels.containsKey(block.hash())) {
      return;
    }
    send(block, true);
    disk.keep(block);
    List.copyOf(watchers).forEach(watcher -> watcher.posted(block));
  }

  /** Whether it has this block already, decided or not. */
  boolean knows(Hash256 hash) {
    return parcels.containsKey(hash);
  }

  /** Whether a block of ours with this parent is on its way to this node, or just came there. */
  boolean isOnItsWay(Hash256 parent, NodeAccount node) {
    return on(parent).anyMatch(parcel -> parcel.awaits(node));
  }

  /** Whether this node has taken a block of ours with this parent. */
  boolean isTaken(Hash256 parent, NodeAccount node) {
    return on(parent).anyMatch(parcel -> parcel.isAt(node));
  }

  private Stream<Parcel> on(Hash256 parent) {
    return parcels.values().stream().filter(parcel -> parcel.parent().equals(parent));
  }

  /** A node answers again: what waits for it is sent at once. */
  void back(NodeAccount node) {
    List.copyOf(parcels.values()).forEach(parcel -> parcel.nudge(node));
  }

  /** From any thread but the loop's. */
  @Override
  public void close() {
    try {
      loop.eventLoop().submit(this::cancel).syncUninterruptibly();
    } catch (RejectedExecutionException e) {
      // The loop has ended, and every connection with it.
      closed = true;
    }
    disk.close();
  }

  /** After the end. */
  List<String> undelivered() {
    return undelivered;
  }

  private void cancel() {
    undelivered = parcels.values().stream().filter(Parcel::isUndecided).map(Parcel::name).toList();
    closed = true;
    parcels.values().forEach(Parcel::cancel);
    calls.values().forEach(NodeRpc::close);
  }

  private void resume(FoundBlock block) {
    if (!closed && !parcels.containsKey(block.hash())) {
      say(block.name() + " of an earlier run has no answer yet, and is sent again");
      send(block, false);
    }
  }

  private void send(FoundBlock block, boolean ofThisRun) {
    forgetOldest();
    Parcel parcel = new Parcel(block, this);
    parcels.put(block.hash(), parcel);
    calls.forEach(
        (node, rpc) ->
            parcel.add(
                new Delivery(
                    block,
                    node,
                    rpc,
                    loop.timers(),
                    new Backoff(outside.random(), LONGEST_PAUSE),
                    ofThisRun,
                    parcel)));
    parcel.start();
  }

  /** Only what every node has answered can be forgotten. */
  private void forgetOldest() {
    if (parcels.size() >= REMEMBERED) {
      parcels.values().stream()
          .filter(Parcel::isOver)
          .findFirst()
          .ifPresent(parcel -> parcels.remove(parcel.hash()));
    }
  }

  void answered(FoundBlock block, NodeAccount node, DeliveryAnswer answer) {
    List.copyOf(watchers).forEach(watcher -> watcher.answered(block, node, answer));
  }

  /** The disk may have room by now. */
  void delayed(FoundBlock block, NodeAccount node, String reason, boolean first) {
    disk.keep(block);
    if (!first) {
      return;
    }
    events.on(
        new PoolEvent.Said(
            node,
            block.name() + " is not delivered yet, and is sent again: it " + node.unnamed(reason)));
  }

  void decided(FoundBlock block, NodeAccount node, BlockFate fate, String words) {
    disk.settle(block, fate);
    boolean heard = false;
    for (Watcher watcher : List.copyOf(watchers)) {
      heard |= watcher.decided(block, fate, words);
    }
    if (!heard) {
      events.on(
          new PoolEvent.BlockDelivered(
              node,
              block.hash(),
              block.height(),
              fate == BlockFate.ACCEPTED,
              block.name() + (fate == BlockFate.ACCEPTED ? " is accepted" : ": " + words)));
    }
  }

  /** No node of ours is on its chain: it stays on disk. */
  void homeless(FoundBlock block, NodeAccount node) {
    events.on(
        new PoolEvent.Said(
            node,
            block.name()
                + " is of "
                + block.chain()
                + ", which no node of this run is on; it stays in "
                + disk.file(block)));
  }

  private void say(String text) {
    if (!nodes.isEmpty()) {
      events.on(new PoolEvent.Said(nodes.getFirst(), text));
    }
  }

  private void onLoop(Runnable task) {
    try {
      loop.eventLoop().execute(task);
    } catch (RejectedExecutionException e) {
      // The loop has ended: nobody is left who would want to know.
      return;
    }
  }
}
