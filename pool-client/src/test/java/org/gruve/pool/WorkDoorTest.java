package org.gruve.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

final class WorkDoorTest {
  private static final Bytes OLD_TIP = Bytes.ofHex("11".repeat(32));
  private static final Bytes NEW_TIP = Bytes.ofHex("22".repeat(32));

  private final Workers workers = new Workers();
  private final ManualTimers timers = new ManualTimers(new EmbeddedChannel().eventLoop());
  private final WorkDoor door = new WorkDoor(workers, timers);

  @Test
  void staysParkedForAJobOnTheBlocksOwnParent() {
    send(Shares.block(assigned("1", OLD_TIP), 0));
    assigned("1 again", OLD_TIP);
    assertThat(workers.orders()).containsExactly("1", "park");
    assigned("2", NEW_TIP);
    assertThat(workers.orders()).containsExactly("1", "park", "2");
  }

  @Test
  void goesOnWithTheNewestJobWhenTheBlockIsRefused() {
    Share block = Shares.block(assigned("1", OLD_TIP), 0);
    send(block);
    assigned("1 again", OLD_TIP);
    door.answered(new ShareResult(block, Outcome.REJECTED, "no", 0));
    assertThat(workers.orders()).containsExactly("1", "park", "1 again");
  }

  @Test
  void doesNotPauseForABlockOnAnOldParent() {
    Job old = assigned("1", OLD_TIP);
    assigned("2", NEW_TIP);
    send(Shares.block(old, 0));
    assertThat(workers.orders()).containsExactly("1", "2");
  }

  @Test
  void doesNotPauseForABlockThatEndsBeforeItIsSent() {
    Share block = Shares.block(assigned("1", OLD_TIP), 0);
    door.sending(block);
    door.answered(new ShareResult(block, Outcome.STALE, "void", 0));
    door.sent(block);
    assertThat(workers.orders()).containsExactly("1");
  }

  @Test
  void givesOutNothingWhenShut() {
    Job job = assigned("1", OLD_TIP);
    door.shut();
    send(Shares.block(job, 0));
    assigned("2", NEW_TIP);
    timers.advance(WorkDoor.LONGEST_PAUSE);
    assertThat(workers.orders()).containsExactly("1", "park");
  }

  private void send(Share share) {
    door.sending(share);
    door.sent(share);
  }

  private Job assigned(String id, Bytes parent) {
    Job job =
        new Job(
            id,
            new HeaderTemplate(4, Hash256.of(parent.toArray(), 0), 0, 0x207fffff),
            new MerkleSource.Coinbase(Bytes.EMPTY, 4, Bytes.EMPTY, List.of()),
            0,
            Target.MAX,
            true,
            new JobOrigin() {});
    door.assign(job);
    return job;
  }
}
