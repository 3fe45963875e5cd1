package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gruve.pool.Outside;
import org.gruve.pool.PoolLoop;
import org.gruve.pool.TrialStep;
import org.gruve.pool.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class NodeTrialTest {
  private final FakeChain chain = new FakeChain();
  private final PoolLoop loop = PoolLoop.start("test-loop");
  private final List<TrialStep> steps = new ArrayList<>();
  private @Nullable FakeNode started;

  @BeforeEach
  void start() throws IOException {
    started = FakeNode.on(chain);
  }

  @AfterEach
  void stop() throws IOException {
    loop.close();
    node().close();
  }

  private FakeNode node() {
    return Objects.requireNonNull(started);
  }

  private boolean trial(NodeAddress address, String payout) {
    return NodeTrial.run(
            address, Way.DIRECT, Optional.of(payout), loop, Outside.system(), steps::add)
        .join();
  }

  private List<String> names() {
    return steps.stream().map(TrialStep::name).toList();
  }

  @Test
  void passesAGoodNode() {
    assertThat(trial(node().address(), NodeRig.PAYOUT)).as("%s", steps).isTrue();
    assertThat(names())
        .containsExactly(
            "resolve",
            "connect",
            "login",
            "chain",
            "peers",
            "payout",
            "template",
            "rules",
            "proposal",
            "latency");
  }

  @Test
  void endsWhereNobodyListens() throws IOException {
    node().stop();
    assertThat(trial(node().address(), NodeRig.PAYOUT)).isFalse();
    assertThat(names()).containsExactly("resolve", "connect");
  }

  @Test
  void endsWhereThePasswordIsWrong() {
    NodeAddress address = node().address();
    node().credentials("user:another");
    assertThat(trial(address, NodeRig.PAYOUT)).isFalse();
    assertThat(names()).containsExactly("resolve", "connect", "login");
    assertThat(steps.getLast().text()).contains("password").doesNotContain("secret");
  }

  @Test
  void endsWhereTheAddressIsOfAnotherChain() {
    assertThat(trial(node().address(), "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2")).isFalse();
    assertThat(names()).endsWith("payout");
  }

  @Test
  void endsWhereATemplateIsBroken() {
    node().change(NodeTrialTest::withoutBits);
    assertThat(trial(node().address(), NodeRig.PAYOUT)).isFalse();
    assertThat(names()).endsWith("template");
    assertThat(steps.getLast().text()).contains("bits");
  }

  private static ObjectNode withoutBits(ObjectNode template) {
    template.remove("bits");
    return template;
  }
}
