package org.gruve.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.pool.Timers;

/**
 * The shares of an upstream's jobs: each is a block, and ends as the block does. Confined to the
 * event loop.
 */
final class BlockShares implements BlockPost.Watcher {
  /** A worker may finish what it found for a job that was replaced a moment ago. */
  private static final int KEPT_WORKS = 8;

  private final NodeAccount account;
  private final BlockPost post;
  private final Timers timers;
  private final Consumer<ShareResult> results;
  private final Map<String, Made> works = new LinkedHashMap<>();
  private final Map<Hash256, Sent> sent = new LinkedHashMap<>();

  /** The parents that blocks of ours are on, for the jobs that were there before them. */
  private final Map<String, Hash256> voided = new HashMap<>();

  private record Made(SoloWork work, NodeFacts facts) {
    boolean isOn(Hash256 parent) {
      return work.template().previousHash().equals(parent);
    }
  }

  private record Sent(Share share, FoundBlock block, long at) {}

  BlockShares(NodeAccount account, BlockPost post, Timers timers, Consumer<ShareResult> results) {
    this.account = account;
    this.post = post;
    this.timers = timers;
    this.results = results;
  }

  /** Remembers what a job was made of. */
  void made(SoloWork work, NodeFacts facts) {
    works.put(work.job().id(), new Made(work, facts));
    if (works.size() > KEPT_WORKS) {
      String oldest = works.keySet().iterator().next();
      works.remove(oldest);
      voided.remove(oldest);
    }
  }

  /** Sends the block of a share. */
  void submit(Share share) {
    Made made = works.get(share.job().id());
    if (made == null) {
      end(share, Outcome.STALE, "its template is long gone", 0);
    } else if (post.knows(share.hash())) {
      end(share, Outcome.STALE, "this block was sent already", 0);
    } else if (voided.containsKey(share.job().id())) {
      end(share, Outcome.STALE, "its parent has a block of ours already", 0);
    } else {
      FoundBlock block = block(share, made);
      sent.put(block.hash(), new Sent(share, block, timers.nanoTime()));
      post.post(block);
    }
  }

  private FoundBlock block(Share share, Made made) {
    return new FoundBlock(
        share.header(),
        share.hash(),
        made.work().template().height(),
        made.facts().chain().id(),
        made.facts().genesis(),
        timers.now(),
        made.work().template().workId(),
        HexFormat.of().formatHex(made.work().block(share)));
  }

  boolean isEmpty() {
    return sent.isEmpty();
  }

  /** Waits for no answer any more; the post goes on, or the next run. */
  void giveUp() {
    List<Sent> open = new ArrayList<>(sent.values());
    sent.clear();
    for (Sent one : open) {
      end(
          one.share(),
          Outcome.UNANSWERED,
          "kept in " + post.file(one.block()) + ", and sent again at the next start",
          timers.nanoTime() - one.at());
    }
  }

  @Override
  public void posted(FoundBlock block) {
    works.forEach(
        (id, made) -> {
          if (made.isOn(block.parent())) {
            voided.put(id, block.parent());
          }
        });
  }

  /** Where our node refuses a block, another on the same parent may be better. */
  @Override
  public void answered(FoundBlock block, NodeAccount node, DeliveryAnswer answer) {
    if (node.equals(account) && answer instanceof DeliveryAnswer.Rejected) {
      voided.values().removeIf(block.parent()::equals);
    }
  }

  @Override
  public boolean decided(FoundBlock block, BlockFate fate, String words) {
    Sent waiting = sent.remove(block.hash());
    if (waiting == null) {
      return false;
    }
    Outcome outcome =
        switch (fate) {
          case ACCEPTED -> Outcome.ACCEPTED;
          case LOST -> Outcome.STALE;
          case REJECTED -> Outcome.REJECTED;
        };
    end(waiting.share(), outcome, words, timers.nanoTime() - waiting.at());
    return true;
  }

  private void end(Share share, Outcome outcome, String words, long nanos) {
    results.accept(new ShareResult(share, outcome, words, nanos));
  }
}
