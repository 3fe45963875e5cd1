package org.gruve.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gruve.core.hash.Hash256;
import org.gruve.node.DeliveryAnswer.Accepted;
import org.gruve.node.DeliveryAnswer.Elsewhere;
import org.gruve.node.DeliveryAnswer.Lost;
import org.gruve.node.DeliveryAnswer.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * One found block on its way to all nodes. The first node that accepts it decides; else the last
 * that answers. Confined to the event loop.
 */
final class Parcel implements Delivery.Desk {
  private final FoundBlock block;
  private final BlockPost post;
  private final List<Delivery> open = new ArrayList<>();
  private final Set<NodeAccount> taking = new HashSet<>();
  private final Set<Delivery> delayed = new HashSet<>();
  private @Nullable BlockFate fate;
  private @Nullable String refusal;
  private boolean lost;

  Parcel(FoundBlock block, BlockPost post) {
    this.block = block;
    this.post = post;
  }

  Hash256 hash() {
    return block.hash();
  }

  Hash256 parent() {
    return block.parent();
  }

  String name() {
    return block.name();
  }

  boolean isUndecided() {
    return fate == null;
  }

  /** Whether nothing is to be done for it any more. */
  boolean isOver() {
    return open.isEmpty();
  }

  /** Whether this node has yet to say what becomes of its parent, and may still do so soon. */
  boolean awaits(NodeAccount node) {
    return open.stream()
        .anyMatch(delivery -> delivery.node().equals(node) && delivery.holdsParent());
  }

  /** Whether this node has taken it, so that there is a better parent now. */
  boolean isAt(NodeAccount node) {
    return taking.contains(node);
  }

  void add(Delivery delivery) {
    open.add(delivery);
  }

  void start() {
    List.copyOf(open).forEach(Delivery::start);
  }

  void nudge(NodeAccount node) {
    for (Delivery delivery : List.copyOf(open)) {
      if (delivery.node().equals(node)) {
        delivery.nudge();
      }
    }
  }

  void cancel() {
    open.forEach(Delivery::cancel);
  }

  @Override
  public void delayed(Delivery from, String reason, Duration retryIn) {
    if (fate == null) {
      post.delayed(block, from.node(), reason, delayed.add(from));
    }
  }

  @Override
  public void answered(Delivery from, DeliveryAnswer answer) {
    open.remove(from);
    switch (answer) {
      case Accepted() -> {
        taking.add(from.node());
        decide(from.node(), BlockFate.ACCEPTED, "");
      }
      case Lost() -> {
        taking.add(from.node());
        lost = true;
      }
      case Rejected(String reason) -> refusal = refusal == null ? reason : refusal;
      case Elsewhere _ -> {
        // No word on the block.
      }
    }
    post.answered(block, from.node(), answer);
    if (open.isEmpty() && fate == null) {
      decideWithout(from.node());
    }
  }

  private void decideWithout(NodeAccount last) {
    String reason = refusal;
    if (lost) {
      decide(last, BlockFate.LOST, "lost the race: another block of its height came first");
    } else if (reason != null) {
      decide(last, BlockFate.REJECTED, reason);
    } else {
      post.homeless(block, last);
    }
  }

  private void decide(NodeAccount node, BlockFate outcome, String words) {
    if (fate == null) {
      fate = outcome;
      post.decided(block, node, outcome, words);
    }
  }
}
