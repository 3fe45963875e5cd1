package org.gruve.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.gruve.node.OwnerLog.Failed;
import org.gruve.pool.Names;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node may not be ready for, and what no patience helps against. */
final class NodeWaitsTest {
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
  void tellsOnceThatANodeStarts() {
    node().always("getblockchaininfo", new NodeFault.Refusal(-28, "Loading block index"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.reason()).contains("is starting").contains("Loading block index");
      assertThat(failed.retryIn()).isLessThanOrEqualTo(Duration.ofSeconds(2));
      rig.advanceUntil(() -> node().count("getblockchaininfo") == 5, failed.retryIn());
      assertThat(rig.log.all(Failed.class)).hasSize(1);
      node().always("getblockchaininfo", new NodeFault.Refusal(-28, "Verifying blocks"));
      rig.advanceUntil(() -> rig.log.all(Failed.class).size() == 2, failed.retryIn());
      node().heal();
      rig.advanceUntil(() -> !rig.log.all(OwnerLog.JobCame.class).isEmpty(), failed.retryIn());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-9, -10})
  void waitsUntilANodeHasPeersAndTheChain(int code) {
    node().always("getblocktemplate", new NodeFault.Refusal(code, "not now"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isFalse();
      assertThat(failed.retryIn()).isEqualTo(Trouble.WAITING_PAUSE);
      node().heal();
      rig.advance(failed.retryIn());
      rig.log.job();
    }
  }

  @Test
  void tellsWhatItWaitsForAgainWhenItIsEngagedAgain() {
    node().always("getblocktemplate", new NodeFault.Refusal(-9, "not now"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      rig.log.await(Failed.class);
      rig.onLoop(() -> rig.upstream().release(Duration.ZERO));
      rig.onLoop(() -> rig.upstream().engage());
      assertThat(rig.log.await(Failed.class).reason()).contains("not now");
    }
  }

  @Test
  void saysThatAPasswordIsWrong() {
    NodeAddress address = node().address();
    node().credentials("user:another");
    try (NodeRig rig = NodeRig.engaged(folder, address)) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
      assertThat(failed.reason()).contains("password").doesNotContain("secret");
    }
  }

  @Test
  void refusesAnAddressOfAnotherChain() {
    String address = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2";
    try (NodeRig rig =
        NodeRig.engaged(folder, address, InetAddress::getAllByName, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
      assertThat(failed.reason())
          .isEqualTo(
              "cannot be mined on: the payout address "
                  + address
                  + " is of main, and the node is on regtest; give an address of that");
    }
  }

  @Test
  void comesBackWhereANameCannotBeFound() throws IOException {
    String name = "http://user:secret@node.test:" + node().port();
    boolean[] known = {false};
    Names names =
        host -> {
          if (!known[0]) {
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    NodeAddress address = NodeAddress.of(name, Optional.empty());
    try (NodeRig rig = NodeRig.engaged(folder, NodeRig.PAYOUT, names, address)) {
      assertThat(rig.passFailure().reason()).contains("node.test");
      Failed failed = rig.log.await(Failed.class);
      known[0] = true;
      assertThat(failed.retryIn()).isLessThanOrEqualTo(BlockPost.LONGEST_PAUSE);
      rig.advance(failed.retryIn());
      rig.log.job();
    }
  }

  @Test
  void readsTheNewCookieOfANodeThatRestarted() throws IOException {
    Path cookie = folder.resolve(".cookie");
    Files.writeString(cookie, "__cookie__:first");
    node().credentials("__cookie__:first");
    String url = "http://127.0.0.1:" + node().port();
    try (NodeRig rig =
        NodeRig.engaged(folder.resolve("found"), NodeAddress.of(url, Optional.of(cookie)))) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      Files.delete(cookie);
      node().stop();
      Failed failed = rig.log.await(Failed.class);
      node().restart();
      node().credentials("__cookie__:second");
      rig.advance(failed.retryIn());
      failed = rig.log.await(Failed.class);
      assertThat(failed.reason()).contains("there is no cookie").doesNotContain("first");
      Files.writeString(cookie, "__cookie__:second");
      rig.advance(failed.retryIn());
      rig.log.job();
    }
  }

  @Test
  void asksAgainWithTheCookieThatCameWhileItAsked() throws IOException {
    Path cookie = folder.resolve(".cookie");
    Files.writeString(cookie, "__cookie__:first");
    node().credentials("__cookie__:first");
    String url = "http://127.0.0.1:" + node().port();
    try (NodeRig rig =
        NodeRig.engaged(folder.resolve("found"), NodeAddress.of(url, Optional.of(cookie)))) {
      rig.log.job();
      node().awaitCalls("longpoll", 1);
      node().credentials("__cookie__:second");
      Files.writeString(cookie, "__cookie__:second");
      chain.mine();
      rig.advance(TemplateFeed.SLOW_POLL);
      rig.log.await(
          OwnerLog.JobCame.class, came -> came.job().header().prevHash().equals(chain.tip()));
      assertThat(rig.log.all(Failed.class)).isEmpty();
    }
  }

  @Test
  void refusesANodeThatMeansAnotherScript() {
    node()
        .always(
            "validateaddress",
            new NodeFault.Says(Words.json("{\"isvalid\":true,\"scriptPubKey\":\"0014ffff\"}")));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
      assertThat(failed.reason()).contains("0014ffff").contains("0014" + "01".repeat(20));
      assertThat(rig.log.all(OwnerLog.JobCame.class)).isEmpty();
    }
  }

  @Test
  void refusesAChainThatItDoesNotKnow() {
    node().chain("liquid");
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
      assertThat(failed.reason()).contains("\"liquid\"");
    }
  }

  @Test
  void saysThatAWebServerIsNoNode() {
    node().always("*", new NodeFault.Http(200, "<html>welcome</html>"));
    try (NodeRig rig = NodeRig.engaged(folder, node().address())) {
      Failed failed = rig.log.await(Failed.class);
      assertThat(failed.hopeless()).isTrue();
    }
  }
}
