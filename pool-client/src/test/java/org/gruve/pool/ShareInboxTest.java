package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.junit.jupiter.api.Test;

final class ShareInboxTest {
  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final List<Share> taken = new ArrayList<>();
  private final List<Share> dropped = new ArrayList<>();
  private final ShareInbox inbox = new ShareInbox(loop::add, taken::add, dropped::add);

  @Test
  void wakesTheLoopOnceForManyShares() {
    List<Share> shares = shares(10);
    shares.forEach(inbox::offer);
    assertThat(loop).hasSize(1);
    runLoop();
    assertThat(taken).isEqualTo(shares);
    inbox.offer(shares.getFirst());
    assertThat(loop).hasSize(1);
  }

  @Test
  void lets1000WaitAndHandsOverTheOldestAsDropped() {
    List<Share> shares = shares(ShareInbox.CAPACITY + 3);
    shares.forEach(inbox::offer);
    runLoop();
    assertThat(dropped).isEqualTo(shares.subList(0, 3));
    assertThat(taken).isEqualTo(shares.subList(3, shares.size()));
  }

  @Test
  void letsTheLoopDoOtherThingsWhileWorkersFindMore() {
    Deque<Share> more = new ArrayDeque<>(shares(3 * ShareInbox.CAPACITY));
    Deque<Runnable> tasks = new ArrayDeque<>();
    List<ShareInbox> feeding = new ArrayList<>();
    ShareInbox fed =
        new ShareInbox(
            tasks::add,
            share -> {
              taken.add(share);
              if (!more.isEmpty()) {
                feeding.getFirst().offer(more.poll());
              }
            },
            dropped::add);
    feeding.add(fed);
    fed.offer(more.poll());
    tasks.poll().run();
    assertThat(taken).hasSize(ShareInbox.CAPACITY);
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
    assertThat(taken).hasSize(3 * ShareInbox.CAPACITY).doesNotHaveDuplicates();
    assertThat(dropped).isEmpty();
  }

  private void runLoop() {
    while (!loop.isEmpty()) {
      loop.poll().run();
    }
  }

  @Test
  void neverDropsABlock() {
    List<Share> shares = shares(2 * ShareInbox.CAPACITY, 0x207fffff);
    shares.forEach(inbox::offer);
    runLoop();
    assertThat(dropped).isNotEmpty().noneMatch(Share::isBlock);
    assertThat(taken).containsAll(shares.stream().filter(Share::isBlock).toList());
    assertThat(taken.size() + dropped.size()).isEqualTo(shares.size());
  }

  private static List<Share> shares(int count) {
    return shares(count, 0x1d00ffff);
  }

  private static List<Share> shares(int count, int nbits) {
    Job job =
        new Job(
            "1",
            new HeaderTemplate(4, Hash256.of(new byte[32], 0), 0, nbits),
            new MerkleSource.Coinbase(Bytes.EMPTY, 4, Bytes.EMPTY, List.of()),
            0,
            Target.MAX,
            true,
            new JobOrigin() {});
    List<Share> shares = new ArrayList<>();
    for (int nonce = 0; nonce < count; nonce++) {
      shares.add(Shares.of(job, nonce));
    }
    return shares;
  }
}
