package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.node.OwnerLog.Ended;
import org.gruve.pool.PoolEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block that was found is accounted for, whatever nodes and disks do. */
final class FoundBlocksTest {
  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private final FakeChain chain = new FakeChain();
  private final FakeChain otherChain = new FakeChain();
  private final List<FakeNode> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    folder = temporary.resolve("found");
    nodes.add(FakeNode.on(chain));
    nodes.add(FakeNode.on(otherChain));
  }

  @AfterEach
  void stop() throws IOException {
    for (FakeNode node : nodes) {
      node.close();
    }
  }

  private FakeNode node() {
    return nodes.getFirst();
  }

  private FakeNode other() {
    return nodes.getLast();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String name(Share share, String suffix) {
    return "1-" + share.hash().display() + suffix;
  }

  @Test
  void keepsWhatWasAccepted() throws IOException {
    ShareResult result;
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      result = rig.resultOf(rig.log.job());
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
    assertThat(files()).containsExactly(name(result.share(), ".accepted"));
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
  }

  @Test
  void sendsABlockToEveryNode() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address(), other().address())) {
      ShareResult result = rig.resultOf(rig.log.job());
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      other().awaitCalls("submitblock", 1);
      rig.onLoop(() -> {});
      assertThat(chain.tip()).isEqualTo(result.share().hash());
    }
    assertThat(otherChain.tip()).isEqualTo(chain.tip());
  }

  static Stream<NodeFault> passing() {
    return Stream.of(
        new NodeFault.Drop(),
        new NodeFault.Reset(),
        new NodeFault.AnswerLost(),
        new NodeFault.Http(503, "Work queue depth exceeded"),
        new NodeFault.Refusal(-28, "Loading"),
        new NodeFault.Refusal(-1, "std::bad_alloc"),
        new NodeFault.Says(Words.text("inconclusive")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void sendsABlockAgainUntilItIsAnswered(NodeFault fault) throws IOException {
    ShareResult result;
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().next("submitblock", fault, fault, fault);
      rig.submit(job, 0);
      rig.log.said("is not delivered yet");
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      result = rig.log.result();
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(chain.tip()).isEqualTo(result.share().hash());
    }
    assertThat(files()).containsExactly(name(result.share(), ".accepted"));
  }

  static Stream<NodeFault> silent() {
    return Stream.of(new NodeFault.Stall(), new NodeFault.HalfAnswer(), new NodeFault.Dribble());
  }

  @ParameterizedTest
  @MethodSource("silent")
  void sendsABlockAgainWhereTheAnswerNeverComes(NodeFault fault) {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().next("submitblock", fault);
      rig.submit(job, 0);
      node().awaitCalls("submitblock", 1);
      rig.advance(Delivery.DEADLINE);
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      assertThat(rig.log.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void saysWhyABlockIsRefusedAndMinesOn() throws IOException {
    ShareResult result;
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().next("submitblock", new NodeFault.Says(Words.text("bad-cb-amount")));
      result = rig.resultOf(job);
      assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(result.reason()).startsWith("bad-cb-amount");
      Job next = rig.log.job();
      assertThat(next.header().prevHash()).isEqualTo(job.header().prevHash());
      rig.submit(next, result.share().header().nonce() + 1);
      assertThat(rig.log.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }
    assertThat(files()).contains(name(result.share(), ".rejected"));
  }

  @Test
  void tellsThatABlockHasLostTheRace() throws IOException {
    ShareResult result;
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      chain.mine();
      result = rig.resultOf(job);
      assertThat(result.outcome()).isEqualTo(Outcome.STALE);
      assertThat(result.reason()).contains("lost the race");
    }
    assertThat(files()).containsExactly(name(result.share(), ".lost"));
  }

  @Test
  void takesADuplicateForSuccess() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().next("submitblock", new NodeFault.AnswerLost());
      rig.submit(job, 0);
      rig.log.said("is not delivered yet");
      rig.advance(Duration.ofSeconds(1));
      ShareResult result = rig.log.result();
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(node().count("getblockheader")).isEqualTo(1);
    }
  }

  @Test
  void sendsADuplicateAgainWhoseHeaderIsNotThere() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().next("submitblock", new NodeFault.Says(Words.text("duplicate")));
      rig.submit(job, 0);
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      ShareResult result = rig.log.result();
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(chain.tip()).isEqualTo(result.share().hash());
    }
  }

  static Stream<NodeFault> headerless() {
    return Stream.of(
        new NodeFault.Refusal(-5, "Block not found"),
        new NodeFault.Refusal(-32601, "Method not found"),
        new NodeFault.Says(Words.json("{}")));
  }

  @ParameterizedTest
  @MethodSource("headerless")
  void takesADuplicateAtItsWordWhereItsHeaderNeverComes(NodeFault answer) {
    node().always("submitblock", new NodeFault.Says(Words.text("duplicate")));
    node().always("getblockheader", answer);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.submit(rig.log.job(), 0);
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      assertThat(rig.log.result().outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(node().count("getblockheader")).isEqualTo(Delivery.HEADER_TRIES);
    }
  }

  static Stream<NodeFault> unheard() {
    return Stream.of(new NodeFault.Drop(), new NodeFault.Http(401, ""));
  }

  @ParameterizedTest
  @MethodSource("unheard")
  void asksForTheHeaderOfADuplicateUntilTheNodeIsHeard(NodeFault fault) {
    node().always("submitblock", new NodeFault.Says(Words.text("duplicate")));
    node().always("getblockheader", fault);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      rig.submit(job, 0);
      int more = 2 * Delivery.HEADER_TRIES;
      rig.advanceUntil(() -> node().count("getblockheader") >= more, Duration.ofSeconds(1));
      assertThat(rig.log.all(Ended.class)).isEmpty();
      node().heal();
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      ShareResult result = rig.log.all(Ended.class).getFirst().result();
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(chain.tip()).isEqualTo(result.share().hash());
    }
  }

  @Test
  void countsWhatAnotherNodeHasAccepted() throws IOException {
    try (NodeRig rig = NodeRig.engaged(folder, node().address(), other().address())) {
      Job job = rig.log.job();
      node().stop();
      ShareResult result = rig.resultOf(job);
      assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
      assertThat(otherChain.tip()).isEqualTo(result.share().hash());
      node().restart();
      rig.advanceUntil(() -> chain.tip().equals(otherChain.tip()), Duration.ofSeconds(1));
    }
  }

  @Test
  void deliversWhatWasFoundWhileEveryNodeWasAway() throws IOException {
    try (NodeRig rig = NodeRig.engaged(folder, node().address(), other().address())) {
      Job job = rig.log.job();
      node().stop();
      other().stop();
      Share share = rig.submit(job, 0);
      rig.log.said("is not delivered yet");
      rig.advance(Duration.ofMinutes(10));
      assertThat(rig.log.all(Ended.class)).isEmpty();
      rig.awaitFile(folder.resolve(name(share, ".pending")));
      assertThat(files()).hasSize(1);
      other().restart();
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      assertThat(rig.log.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void deliversInTheNextRunWhatOneLeft() throws IOException {
    Share share;
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().stop();
      share = rig.submit(job, 0);
      rig.log.said("is not delivered yet");
      rig.onLoop(() -> rig.upstream().release(Duration.ofSeconds(5)));
      rig.advance(Duration.ofSeconds(5));
      ShareResult result = rig.log.result();
      assertThat(result.outcome()).isEqualTo(Outcome.UNANSWERED);
      assertThat(result.reason())
          .isEqualTo(
              "kept in "
                  + folder.resolve(name(share, ".pending"))
                  + ", and sent again at the next start");
      rig.log.await(OwnerLog.Released.class);
      rig.solo.close();
      assertThat(rig.solo.undelivered()).containsExactly("block 1 (" + share.hash() + ")");
    }
    node().restart();
    try (NodeRig rig = NodeRig.idle(folder, node().address())) {
      PoolEvent.BlockDelivered delivered = rig.log.delivered();
      assertThat(delivered.accepted()).isTrue();
      assertThat(delivered.hash()).isEqualTo(share.hash());
      assertThat(delivered.height()).isEqualTo(1);
    }
    assertThat(chain.tip()).isEqualTo(share.hash());
    assertThat(files()).containsExactly(name(share, ".accepted"));
  }

  private Share left() throws IOException {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().stop();
      Share share = rig.submit(job, 0);
      rig.log.said("is not delivered yet");
      return share;
    } finally {
      node().restart();
    }
  }

  @Test
  void sendsNoBlockToAnotherChain() throws IOException {
    Share share = left();
    node().chain("signet");
    try (NodeRig rig = NodeRig.idle(folder, node().address())) {
      rig.log.said("which no node of this run is on");
    }
    assertThat(node().count("submitblock")).isZero();
    assertThat(files()).containsExactly(name(share, ".pending"));
  }

  @Test
  void leavesCorruptFilesAlone() throws IOException {
    Share share = left();
    Path file = folder.resolve(name(share, ".pending"));
    String text = Files.readString(file);
    Files.writeString(folder.resolve("2-torn.pending"), text.substring(0, text.length() / 2));
    Files.writeString(
        folder.resolve("3-other.pending"), text.replace("\"hex\":\"00", "\"hex\":\"01"));
    try (NodeRig rig = NodeRig.idle(folder, node().address())) {
      rig.log.said("2-torn.pending is no found block, and is left alone");
      rig.log.said("3-other.pending is no found block, and is left alone");
      assertThat(rig.log.delivered().hash()).isEqualTo(share.hash());
    }
    assertThat(files())
        .containsExactlyInAnyOrder("2-torn.pending", "3-other.pending", name(share, ".accepted"));
  }

  @Test
  void findsWhatWasAboutToGetItsName() throws IOException {
    Share share = left();
    Files.move(folder.resolve(name(share, ".pending")), folder.resolve(name(share, ".tmp")));
    try (NodeRig rig = NodeRig.idle(folder, node().address())) {
      assertThat(rig.log.delivered().accepted()).isTrue();
    }
    assertThat(files()).containsExactly(name(share, ".accepted"));
  }

  @Test
  void deliversWhatAKilledProgramLeft() throws IOException {
    node().always("submitblock", new NodeFault.Stall());
    String hash;
    try (FinderProcess finder = new FinderProcess(folder, node().port())) {
      hash = finder.found();
      finder.kill();
    }
    assertThat(chain.height()).isZero();
    node().heal();
    try (NodeRig rig = NodeRig.idle(folder, node().address())) {
      assertThat(rig.log.delivered().hash().display()).isEqualTo(hash);
    }
    assertThat(chain.tip().display()).isEqualTo(hash);
    assertThat(files()).containsExactly("1-" + hash + ".accepted");
  }

  @Test
  void sendsWhatTheDiskHasNoRoomFor() throws IOException {
    Files.writeString(temporary.resolve("file"), "");
    try (NodeRig rig = NodeRig.engaged(temporary.resolve("file/found"), node().address())) {
      Job job = rig.log.job();
      rig.submit(job, 0);
      rig.log.said("could not be written");
      rig.advanceUntil(() -> !rig.log.all(Ended.class).isEmpty(), Duration.ofSeconds(1));
      assertThat(rig.log.all(Ended.class).getFirst().result().outcome())
          .isEqualTo(Outcome.ACCEPTED);
    }
  }
}
