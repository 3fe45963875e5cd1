package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.gruve.core.work.Job;
import org.gruve.core.work.ShareResult.Outcome;
import org.gruve.node.OwnerLog.Failed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/faults.md states the times that are held here. */
final class NodeFaultsTest {
  /** A dead node is noticed so late at the latest. */
  private static final Duration NOTICED =
      TemplateFeed.SLOW_POLL.plus(TemplateFeed.PROBE_DEADLINE).plusSeconds(1);

  @TempDir private Path folder;
  private final FakeChain chain = new FakeChain();
  private @Nullable FakeNode started;

  static Stream<NodeFault> faults() {
    return Stream.of(
        new NodeFault.Drop(),
        new NodeFault.Reset(),
        new NodeFault.Stall(),
        new NodeFault.HalfAnswer(),
        new NodeFault.Dribble(),
        new NodeFault.Flood(),
        new NodeFault.Http(503, "Work queue depth exceeded"),
        new NodeFault.Http(200, "{\"result\":"),
        new NodeFault.Refusal(-1, "std::bad_alloc"));
  }

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

  @ParameterizedTest
  @MethodSource("faults")
  void minesAgainWhenAFaultBetweenIsOver(NodeFault fault) {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("proposal", 1);
      int probes = node().count("getbestblockhash");
      node().always("*", fault);
      rig.advance(TemplateFeed.SLOW_POLL);
      node().awaitCalls("getbestblockhash", probes + 1);
      if (isSilent(fault)) {
        rig.advance(TemplateFeed.PROBE_DEADLINE);
      }
      Failed failed = rig.log.await(Failed.class);
      assertThat(rig.timers.nanoTime()).isLessThan(NOTICED.toNanos());
      node().heal();
      minesWithin(rig, failed, BlockPost.LONGEST_PAUSE, fault);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void minesWhenAFaultAtTheBeginningIsOver(NodeFault fault) {
    node().always("*", fault);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      node().awaitCalls("getblockchaininfo", 1);
      if (isSilent(fault)) {
        rig.advance(NodeLogin.DEADLINE);
      }
      Failed failed = rig.log.await(Failed.class);
      node().heal();
      minesWithin(rig, failed, BlockPost.LONGEST_PAUSE, fault);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void minesWhenTemplatesComeAgain(NodeFault fault) {
    node().always("getblocktemplate", fault);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      node().awaitCalls("getblocktemplate", 1);
      if (isSilent(fault)) {
        rig.advance(TemplateRequest.DEADLINE);
      }
      Failed failed = rig.log.await(Failed.class);
      node().heal();
      minesWithin(rig, failed, BlockPost.LONGEST_PAUSE, fault);
    }
  }

  /** What is not over by itself is over by a deadline. */
  private static boolean isSilent(NodeFault fault) {
    return fault instanceof NodeFault.Stall
        || fault instanceof NodeFault.HalfAnswer
        || fault instanceof NodeFault.Dribble;
  }

  /** And what is then found is accepted. */
  private void minesWithin(NodeRig rig, Failed failed, Duration most, NodeFault fault) {
    boolean foreign = failed.hopeless();
    assertThat(failed.retryIn())
        .as("%s: %s", fault, failed)
        .isLessThanOrEqualTo(foreign ? Trouble.HOPELESS_PAUSE : most);
    rig.advance(failed.retryIn());
    Job job = rig.log.job();
    assertThat(rig.resultOf(job).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void minesAgainWhenANodeHasRestarted() throws IOException {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      node().stop();
      // The long poll broke, and the node itself is asked at once.
      rig.passFailure();
      for (int refused = 0; refused < 6; refused++) {
        assertThat(rig.passFailure().retryIn()).isLessThanOrEqualTo(BlockPost.LONGEST_PAUSE);
      }
      Failed last = rig.log.await(Failed.class);
      node().restart();
      minesWithin(rig, last, BlockPost.LONGEST_PAUSE, new NodeFault.Drop());
    }
  }

  @Test
  void noticesANewBlockWhenTheLongPollNeverReturns() {
    node().always("longpoll", new NodeFault.Stall());
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      chain.mine();
      rig.advance(TemplateFeed.SLOW_POLL);
      assertThat(rig.log.job().header().prevHash()).isEqualTo(chain.tip());
    }
  }

  @Test
  void staysOnTheNewParentWhereAnAnswerOfBeforeComesLate() {
    NodeFault.Late late = new NodeFault.Late();
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      node().awaitCalls("proposal", 1);
      int templates = node().count("getblocktemplate");
      node().next("getblocktemplate", late);
      rig.advanceUntil(() -> late.ready().getCount() == 0, Duration.ofSeconds(5));
      chain.mine();
      assertThat(rig.log.job().header().prevHash()).isEqualTo(chain.tip());
      node().awaitCalls("longpoll", 2);
      late.go().countDown();
      // It is not believed, and the node is asked anew.
      node().awaitCalls("getblocktemplate", templates + 2);
      // What a long poll brings is news, however long ago it was asked for.
      chain.mine();
      assertThat(rig.log.job().header().prevHash()).isEqualTo(chain.tip());
      assertThat(rig.log.all(Failed.class)).isEmpty();
    }
  }

  @Test
  void asksOftenWhereThereIsNoLongPoll() {
    node().change(template -> without(template, "longpollid"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("proposal", 1);
      chain.mine();
      rig.advance(TemplateFeed.FAST_POLL);
      assertThat(rig.log.job().header().prevHash()).isEqualTo(chain.tip());
      assertThat(node().count("longpoll")).isZero();
    }
  }

  @Test
  void goesOnPlainlyWhereTheLongPollsIdIsRefused() {
    node().next("longpoll", new NodeFault.Refusal(-8, "longpollid is no longpollid"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("getblocktemplate", 2);
      rig.advance(Duration.ofSeconds(2));
      node().awaitCalls("longpoll", 2);
      chain.mine();
      assertThat(rig.log.job().header().prevHash()).isEqualTo(chain.tip());
    }
  }

  @Test
  void followsAReorganisation() {
    chain.mine();
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      chain.reorganise();
      rig.log.await(
          OwnerLog.JobCame.class, came -> came.job().header().prevHash().equals(chain.tip()));
    }
  }

  @Test
  void asksAgainWhereATemplateIsBrokenOnce() {
    boolean[] broken = {true};
    node().change(template -> broken[0] ? without(template, "bits") : template);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.said("not mined");
      broken[0] = false;
      rig.advance(Duration.ofSeconds(1));
      rig.log.job();
      assertThat(rig.log.all(Failed.class)).isEmpty();
    }
  }

  @Test
  void leavesANodeWhoseTemplatesStayBroken() {
    node().change(template -> without(template, "bits"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.said("not mined");
      rig.advance(Duration.ofSeconds(1));
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.reason()).contains("cannot be mined");
      node().change(template -> template);
      rig.advance(failed.retryIn());
      rig.log.job();
    }
  }

  @Test
  void leavesANodeThatRefusesItsOwnTemplate() {
    node().always("proposal", new NodeFault.Says(Words.text("bad-txns-vin-empty")));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      assertThat(rig.log.await(Failed.class).reason())
          .contains("refuses the block")
          .contains("bad-txns-vin-empty");
    }
  }

  @Test
  void minesWhereThereAreNoProposals() {
    node().always("proposal", new NodeFault.Refusal(-8, "Invalid mode"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Job job = rig.log.job();
      node().awaitCalls("proposal", 1);
      assertThat(rig.resultOf(job).outcome()).isEqualTo(Outcome.ACCEPTED);
    }
  }

  @Test
  void leavesANodeThatHoldsItsOwnTemplateForInvalid() {
    node().always("proposal", new NodeFault.Says(Words.text("duplicate-invalid")));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      assertThat(rig.log.await(Failed.class).reason())
          .contains("refuses the block")
          .contains("duplicate-invalid");
    }
  }

  static Stream<NodeFault> withoutOpinion() {
    return Stream.of(
        new NodeFault.Drop(),
        new NodeFault.Refusal(-8, "Invalid mode"),
        new NodeFault.Says(Words.json("{\"version\":536870912}")));
  }

  @ParameterizedTest
  @MethodSource("withoutOpinion")
  void takesNoAnswerToAProposalForAProof(NodeFault answer) {
    node().always("proposal", answer);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("proposal", 1);
      assertThat(turnsIntoAWebServer(rig).hopeless()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("withoutOpinion")
  void takesTheNextGoodTemplateForAProofInstead(NodeFault answer) {
    node().always("proposal", answer);
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      node().awaitCalls("proposal", 1);
      chain.mine();
      rig.log.job();
      awaitProof(rig, Duration.ofSeconds(1));
      assertThat(turnsIntoAWebServer(rig).hopeless()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicate", "inconclusive-not-best-prevblk", "inconclusive-new"})
  void takesAWordThatRefusesNothingForAProof(String word) {
    node().always("proposal", new NodeFault.Says(Words.text(word)));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.job();
      awaitProof(rig, Duration.ZERO);
      assertThat(turnsIntoAWebServer(rig).hopeless()).isFalse();
    }
  }

  /** Whoever is no node is hopeless, unless it has proven to be one before. */
  private Failed turnsIntoAWebServer(NodeRig rig) {
    node().always("getbestblockhash", new NodeFault.Http(200, "<html>welcome</html>"));
    rig.advance(TemplateFeed.SLOW_POLL);
    return rig.log.await(Failed.class);
  }

  /** With a step that is not zero, a later template may be the proof. */
  private static void awaitProof(NodeRig rig, Duration step) {
    NodeUpstream upstream = (NodeUpstream) rig.upstream();
    rig.advanceUntil(upstream::hasMined, step);
  }

  @Test
  void takesItsTimeFromTheNodeWhateverTheClockSays() {
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      assertThat(Integer.toUnsignedLong(rig.log.job().header().time())).isEqualTo(chain.now() + 1);
    }
  }

  private static tools.jackson.databind.node.ObjectNode without(
      tools.jackson.databind.node.ObjectNode template, String field) {
    template.remove(field);
    return template;
  }
}
