package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.node.OwnerLog.NoJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeUpstreamTest {
  @TempDir private Path folder;
  private final FakeChain chain = new FakeChain();
  private @Nullable FakeNode started;

  @BeforeEach
  void start() throws IOException {
    started = FakeNode.on(chain);
  }

  @AfterEach
  void stop() throws IOException {
    node().close();
  }

  private FakeNode node() {
    return Objects.requireNonNull(started);
  }

  @Test
  void minesTheNodesTemplate() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      assertThat(job.header().prevHash()).isEqualTo(chain.tip());
      assertThat(job.clean()).isTrue();
    }
  }

  @Test
  void deliversABlockAndMinesOnIt() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      ShareResult result = rig.resultOf(job);
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(chain.tip()).isEqualTo(result.share().hash());
      assertThat(rig.log.job().header().prevHash()).isEqualTo(result.share().hash());
    }
  }

  @Test
  void turnsToANewParentAtOnce() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      chain.mine();
      Job job = rig.log.job();
      assertThat(job.header().prevHash()).isEqualTo(chain.tip());
      assertThat(job.clean()).isTrue();
    }
  }

  @Test
  void voidsTheWorkWhileABlockIsOnItsWay() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().always("submitblock", new NodeFault.Stall());
      rig.submit(job, 0);
      rig.log.await(NoJob.class);
      rig.submit(job, 1000);
      ShareResult second = rig.log.result();
      assertThat(second.outcome()).isEqualTo(Outcome.STALE);
      assertThat(second.reason()).contains("its parent has a block of ours already");
      assertThat(rig.log.all(OwnerLog.JobCame.class)).hasSize(1);
      rig.advance(Duration.ofSeconds(1));
    }
  }
}
