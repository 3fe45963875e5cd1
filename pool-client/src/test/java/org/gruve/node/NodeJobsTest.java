package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.gruve.core.script.Address;
import org.gruve.core.script.AddressFormat;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.node.OwnerLog.Failed;
import org.gruve.node.OwnerLog.JobCame;
import org.gruve.node.OwnerLog.NoJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** When a node's templates become jobs, and when those are void. */
final class NodeJobsTest {
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
  void minesOnWhatCoreItselfSaid() {
    ObjectNode recorded = Recorded.template("getblocktemplate-regtest-1");
    node().always("getblockchaininfo", says("getblockchaininfo-regtest"));
    node().change(_ -> recorded.deepCopy());
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      assertThat(job.header().time()).isEqualTo(recorded.path("curtime").asInt(0));
      assertThat(rig.resultOf(job).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  private static NodeFault says(String recording) {
    return new NodeFault.Says(Recorded.result(recording));
  }

  @Test
  void swapsWorkLazilyOnTheSameParent() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job first = rig.log.job();
      node().awaitCalls("proposal", 1);
      node().change(template -> template.put("coinbasevalue", 4_999_999_999L));
      node().next("longpoll", new NodeFault.Drop());
      rig.onLoop(() -> {});
      int templates = node().count("getblocktemplate");
      rig.advanceUntil(() -> node().count("getblocktemplate") > templates, Duration.ofSeconds(5));
      rig.advanceUntil(() -> rig.log.all(JobCame.class).size() == 2, Duration.ofSeconds(5));
      Job second = rig.log.job();
      assertThat(second.header().prevHash()).isEqualTo(first.header().prevHash());
      assertThat(second.clean()).isFalse();
      assertThat(rig.timers.nanoTime()).isGreaterThanOrEqualTo(SoloDesk.LAZY.toNanos());
      assertThat(rig.log.all(NoJob.class)).isEmpty();
      assertThat(rig.resultOf(first).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void asksAnewAtTheEdgeToEasyBlocks() {
    node().chain("testnet4");
    node().always("proposal", new NodeFault.Refusal(-8, "Invalid mode"));
    long parent = chain.now() - 1190;
    node().always("getblockheader", new NodeFault.Says(Words.json("{\"time\":" + parent + "}")));
    node().change(template -> template.put("bits", "1c00ffff").put("target", target("1c00ffff")));
    String payout = Address.of(NodeRig.SCRIPT).orElseThrow().text(AddressFormat.TEST);
    try (NodeRig rig =
        NodeRig.engaged(folder, payout, InetAddress::getAllByName, node().address())) {
      Job hard = rig.log.job();
      assertThat(hard.header().nbits()).isEqualTo(0x1c00ffff);
      node().change(template -> template.put("bits", "1d00ffff").put("target", target("1d00ffff")));
      rig.advanceUntil(() -> !rig.log.all(NoJob.class).isEmpty(), Duration.ofSeconds(1));
      long edge = parent + 1200;
      long elapsed = edge + 1 - Integer.toUnsignedLong(hard.header().time());
      assertThat(Duration.ofNanos(rig.timers.nanoTime()))
          .isBetween(Duration.ofSeconds(elapsed), Duration.ofSeconds(elapsed + 1));
      Job easy = rig.log.job();
      assertThat(easy.header().nbits()).isEqualTo(0x1d00ffff);
      assertThat(easy.clean()).isTrue();
    }
  }

  private static String target(String bits) {
    return org.gruve.core.block.CompactBits.target(Integer.parseUnsignedInt(bits, 16))
        .orElseThrow()
        .hex();
  }

  @Test
  void minesNoLongerThanATemplateLasts() {
    node().change(template -> template.put("maxtime", chain.now() + 6));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      rig.advance(Duration.ofSeconds(5));
      assertThat(rig.log.all(NoJob.class)).isEmpty();
      rig.advance(Duration.ofSeconds(1));
      rig.log.await(NoJob.class);
      rig.log.job();
    }
  }

  @Test
  void withdrawsAJobWhoseTemplateBreaksARule() {
    node().change(NodeJobsTest::spendingTwice);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      assertThat(rig.log.said("is not mined")).contains("bad-txns-inputs-duplicate");
      rig.log.await(NoJob.class);
      node().change(template -> template);
      rig.advance(Duration.ofSeconds(1));
      rig.log.job();
      assertThat(rig.log.all(Failed.class)).isEmpty();
    }
  }

  /** A transaction that spends the same output twice. */
  private static ObjectNode spendingTwice(ObjectNode template) {
    String input = "11".repeat(32) + "00000000" + "00" + "ffffffff";
    String data =
        "02000000" + "02" + input + input + "01" + "0100000000000000" + "0151" + "00000000";
    template.withArray("transactions").addObject().put("data", data);
    template.remove("default_witness_commitment");
    template.withArray("rules").removeAll();
    return template;
  }

  @Test
  void refusesARuleThatItDoesNotKnow() {
    node().change(NodeJobsTest::withUnknownRule);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
      assertThat(failed.reason()).contains("mweb");
    }
  }

  private static ObjectNode withUnknownRule(ObjectNode template) {
    template.withArray("rules").add("!mweb");
    return template;
  }

  @Test
  void keepsGroupsOfDevicesApartAndVoidsTheWorkOfAll() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job first = rig.log.job();
      node().awaitCalls("longpoll", 1);
      rig.engageAnother();
      Job second = rig.log.job();
      assertThat(prefix(second)).isNotEqualTo(prefix(first));
      node().awaitCalls("longpoll", 2);
      node().always("submitblock", new NodeFault.Stall());
      rig.submit(first, 0);
      rig.log.await(NoJob.class);
      rig.log.await(NoJob.class);
    }
  }

  private static org.gruve.core.hash.Bytes prefix(Job job) {
    return ((MerkleSource.Coinbase) job.merkle()).prefix();
  }

  @Test
  void endsWhatIsUnansweredWhenItIsClosed() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().always("submitblock", new NodeFault.Stall());
      rig.submit(job, 0);
      rig.onLoop(rig.upstream()::close);
      ShareResult result = rig.log.result();
      assertThat(result.outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(result.reason()).contains("sent again at the next start");
    }
  }

  @Test
  void minesOnTheOldParentWhereTheNodeDoesNotDecideOnOurBlock() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().always("submitblock", new NodeFault.Says(Words.text("inconclusive")));
      rig.submit(job, 0);
      rig.log.await(NoJob.class);
      rig.advanceUntil(() -> rig.log.all(JobCame.class).size() > 1, Duration.ofSeconds(1));
      assertThat(rig.timers.nanoTime()).isBetween(9_000_000_000L, 15_000_000_000L);
      assertThat(rig.log.job().header().prevHash()).isEqualTo(job.header().prevHash());
      assertThat(rig.log.all(Failed.class)).isEmpty();
      assertThat(rig.log.all(OwnerLog.Ended.class)).isEmpty();
      // The block goes on all the while.
      node().heal();
      rig.advanceUntil(() -> !rig.log.all(OwnerLog.Ended.class).isEmpty(), Duration.ofSeconds(1));
      assertThat(rig.log.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void minesOnTheOldParentWhereOurBlockLostItsPlaceAgain() {
    chain.mine();
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      // A server that takes the block and goes on as before.
      node().next("submitblock", new NodeFault.Says(Words.json("null")));
      assertThat(rig.resultOf(job).outcome()).isEqualTo(Outcome.ACCEPTED);
      int jobs = rig.log.all(JobCame.class).size();
      rig.advanceUntil(() -> rig.log.all(JobCame.class).size() > jobs, Duration.ofSeconds(1));
      assertThat(rig.timers.nanoTime()).isBetween(9_000_000_000L, 15_000_000_000L);
      assertThat(rig.log.job().header().prevHash()).isEqualTo(job.header().prevHash());
    }
  }
}
