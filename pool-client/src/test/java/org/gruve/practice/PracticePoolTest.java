package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.Difficulty;
import org.gruve.core.check.Network;
import org.gruve.practice.WireClient.WireJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PracticePoolTest {
  private static final Difficulty EASY = Difficulty.parse("1e-7");
  private static final int VERSION = 0x20000000;
  private static final String NONCE2 = "00000001";
  private static final String NO_BITS = "00000000";

  private final PoolRig rig = new PoolRig();

  @AfterEach
  void close() {
    rig.close();
  }

  /** The first job after everyone got an easy difficulty. */
  private WireJob easyJob(WireClient client) throws IOException {
    var _ = client.begin();
    rig.pool.fixDifficulty(EASY);
    return client.nextJob();
  }

  /** A share that is no block. */
  private static BlockHeader share(WireJob job, String extranonce2) {
    BlockHeader mined = job.mined(extranonce2, VERSION);
    while (Network.PRACTICE.pow().limit().isMetBy(mined.hash())) {
      mined = TestMiner.mine(mined.withNonce(mined.nonce() + 1), EASY.target());
    }
    return mined;
  }

  @Test
  void grantsVersionRollingAndItsOwnExtranonceToEachClient() throws IOException {
    try (WireClient one = rig.client();
        WireClient two = rig.client()) {
      JsonNode granted =
          one.call(
                  "mining.configure",
                  "[[\"version-rolling\"],{\"version-rolling.mask\":\"ffffffff\"}]")
              .get("result");
      assertThat(granted.get("version-rolling").asBoolean()).isTrue();
      assertThat(granted.get("version-rolling.mask").asString()).isEqualTo("1fffe000");
      JsonNode subscribed = one.call("mining.subscribe", "[]").get("result");
      assertThat(subscribed.get(1).asString()).hasSize(8);
      assertThat(subscribed.get(2).asInt()).isEqualTo(4);
      two.subscribe();
      assertThat(two.extranonce1()).isNotEqualTo(subscribed.get(1).asString());
    }
  }

  @Test
  void givesAClientThatComesBackItsExtranonceAgain() throws Exception {
    JsonNode before;
    try (WireClient client = rig.client()) {
      before = client.call("mining.subscribe", "[\"m/1\"]").get("result");
    }
    rig.awaitDeparture();
    String session = before.get(0).get(0).get(1).asString();
    try (WireClient back = rig.client();
        WireClient second = rig.client()) {
      String wish = "[\"m/1\",\"" + session + "\"]";
      JsonNode after = back.call("mining.subscribe", wish).get("result");
      assertThat(after.get(1)).isEqualTo(before.get(1));
      JsonNode taken = second.call("mining.subscribe", wish).get("result");
      assertThat(taken.get(1)).as("one at a time").isNotEqualTo(before.get(1));
    }
  }

  @Test
  void beginsAtTheNetworksDifficultyWhereThatIsTheLower() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = client.begin();
      assertThat(job.clean()).isTrue();
      int nbits = Network.PRACTICE.pow().limitBits();
      double network = Difficulty.of(CompactBits.target(nbits).orElseThrow());
      assertThat(job.difficulty()).isLessThanOrEqualTo(network).isGreaterThan(network * 0.999);
    }
  }

  @Test
  void takesAShareThatIsABlockIntoTheChain() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = client.begin();
      BlockHeader mined = job.mined(NONCE2, VERSION);
      assertThat(client.submit(job, NONCE2, mined, NO_BITS)).isZero();
      WireJob next = client.nextCleanJob();
      assertThat(next.header(NONCE2, VERSION).prevHash()).isEqualTo(mined.hash());
      assertThat(rig.chain.height()).isEqualTo(1);
      assertThat(Block.parse(rig.chain.block(1)).header()).isEqualTo(mined);
      assertThat(rig.told).containsSubsequence("block 1 of me: " + mined.hash(), "share of me: ");
    }
  }

  @Test
  void takesRolledVersions() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = easyJob(client);
      BlockHeader mined = job.mined(NONCE2, VERSION | 0x00ffe000);
      assertThat(client.submit(job, NONCE2, mined, "00ffe000")).isZero();
    }
  }

  @Test
  void refusesAStaleShare() throws IOException {
    try (WireClient client = rig.client();
        WireClient other = rig.client()) {
      WireJob old = client.begin();
      BlockHeader late = old.mined(NONCE2, VERSION);
      WireJob job = other.begin();
      assertThat(other.submit(job, NONCE2, job.mined(NONCE2, VERSION), NO_BITS)).isZero();
      assertThat(client.submit(old, NONCE2, late, NO_BITS)).isEqualTo(21);
      assertThat(rig.chain.height()).isEqualTo(1);
      assertThat(rig.told).contains("share of me: Job not found");
    }
  }

  @Test
  void refusesADuplicateShare() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = easyJob(client);
      BlockHeader mined = share(job, NONCE2);
      assertThat(client.submit(job, NONCE2, mined, NO_BITS)).isZero();
      assertThat(client.submit(job, NONCE2, mined, NO_BITS)).isEqualTo(22);
    }
  }

  @Test
  void refusesAShareWithAWrongNonce() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = easyJob(client);
      BlockHeader wrong = TestMiner.miss(job.header(NONCE2, VERSION), EASY.target());
      assertThat(client.submit(job, NONCE2, wrong, NO_BITS)).isEqualTo(23);
    }
  }

  @Test
  void refusesAShareBelowTheDifficultyOfItsJob() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob easy = easyJob(client);
      rig.pool.fixDifficulty(Difficulty.parse("1e-5"));
      WireJob hard = client.nextJob();
      assertThat(hard.clean()).isFalse();
      assertThat(hard.difficulty()).isEqualTo(1e-5);
      BlockHeader low = TestMiner.mine(hard.header(NONCE2, VERSION), EASY.target());
      while (Difficulty.parse("1e-5").target().isMetBy(low.hash())) {
        low = TestMiner.mine(low.withNonce(low.nonce() + 1), EASY.target());
      }
      assertThat(client.submit(hard, NONCE2, low, NO_BITS)).isEqualTo(23);
      // The job from before keeps the difficulty that it was sent with.
      assertThat(client.submit(easy, NONCE2, share(easy, NONCE2), NO_BITS)).isZero();
    }
  }

  @Test
  void refusesVersionBitsOutsideTheMask() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = easyJob(client);
      BlockHeader mined = job.mined(NONCE2, VERSION | 0x10);
      assertThat(client.submit(job, NONCE2, mined, "00000010")).isEqualTo(20);
    }
  }

  @Test
  void refusesSizesTimesAndUsersThatAreWrong() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob job = easyJob(client);
      BlockHeader mined = share(job, NONCE2);
      assertThat(client.submit(job, "0001", mined, NO_BITS)).isEqualTo(20);
      String form = "[\"%s\",\"%s\",\"00000001\",\"%08x\",\"00000000\",\"00000000\"]";
      String early = form.formatted("me", job.id(), job.time() - 1);
      assertThat(WireClient.code(client.call("mining.submit", early))).isEqualTo(20);
      String late = form.formatted("me", job.id(), job.time() + 7001);
      assertThat(WireClient.code(client.call("mining.submit", late))).isEqualTo(20);
      String stranger = form.formatted("you", job.id(), job.time());
      assertThat(WireClient.code(client.call("mining.submit", stranger))).isEqualTo(24);
      String unknown = form.formatted("me", "nosuchjob", job.time());
      assertThat(WireClient.code(client.call("mining.submit", unknown))).isEqualTo(21);
    }
  }

  @Test
  void refusesSharesOfWhoDidNotSubscribe() throws IOException {
    try (WireClient client = rig.client()) {
      String share = "[\"me\",\"1\",\"00000001\",\"00000000\",\"00000000\"]";
      assertThat(WireClient.code(client.call("mining.submit", share))).isEqualTo(25);
    }
  }

  @Test
  void sendsFreshJobsNowAndThen() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob first = client.begin();
      rig.pass(Duration.ofSeconds(11));
      WireJob second = client.nextJob();
      while (second.time() < first.time() + 9) {
        // Silence alone makes jobs as well, easier ones.
        second = client.nextJob();
      }
      assertThat(second.clean()).isFalse();
      assertThat(client.submit(first, NONCE2, first.mined(NONCE2, VERSION), NO_BITS)).isZero();
    }
  }

  @Test
  void changesDifficultyExtranonceAndMaskUnderWay() throws IOException {
    try (WireClient client = rig.client()) {
      WireJob before = easyJob(client);
      rig.pool.changeExtranonces(5);
      WireJob after = client.nextJob();
      assertThat(after.extranonce1()).hasSize(10).isNotEqualTo(before.extranonce1());
      assertThat(client.submit(after, "000001", share(after, "000001"), NO_BITS)).isZero();
      assertThat(client.submit(before, NONCE2, share(before, NONCE2), NO_BITS)).isZero();
      rig.pool.changeVersionMask(0x00006000);
      assertThat(client.next("mining.set_version_mask").get(0).asString()).isEqualTo("00006000");
      BlockHeader rolled = after.mined("000002", VERSION | 0x8000);
      assertThat(client.submit(after, "000002", rolled, "00008000")).isEqualTo(20);
    }
  }

  @Test
  void raisesTheDifficultyOfAFastClientAndGivesItAJobForIt() throws IOException {
    try (WireClient client = rig.client()) {
      var _ = client.begin();
      var _ = client.call("mining.suggest_difficulty", "[1e-7]");
      rig.pass(Duration.ofMillis(250));
      WireJob job = client.nextJob();
      assertThat(job.difficulty()).isEqualTo(1e-7);
      rig.pass(Duration.ofMillis(100));
      BlockHeader mined = job.header(NONCE2, VERSION);
      for (int i = 0; i < 8; i++) {
        mined = TestMiner.mine(mined.withNonce(mined.nonce() + 1), EASY.target());
        assertThat(client.submit(job, NONCE2, mined, NO_BITS)).isZero();
      }
      assertThat(client.nextJob().difficulty()).isBetween(2e-6, 3e-6);
    }
  }

  @Test
  void survivesAbsurdSuggestions() throws IOException {
    try (WireClient client = rig.client()) {
      var _ = client.begin();
      for (String absurd : new String[] {"1e-399", "1e70"}) {
        var _ = client.call("mining.suggest_difficulty", "[" + absurd + "]");
        rig.pass(Duration.ofMillis(250));
        WireJob job = client.nextJob();
        assertThat(job.difficulty()).isBetween(1e-10, 1e-4);
      }
    }
  }

  @Test
  void letsNobodyCarryTheChainsTimeAwayByRolling() throws IOException {
    long now = rig.timers.now().getEpochSecond();
    PracticeChain ahead = PracticeChain.temporary();
    assertThat(ahead.append(TestChains.mine(ahead.state(), now + 6990), now).isValid()).isTrue();
    try (PoolRig other = new PoolRig(ahead);
        WireClient client = other.client()) {
      WireJob job = client.begin();
      int left = (int) (now + 7000 - job.time());
      assertThat(client.submit(job, NONCE2, later(job, left + 1), NO_BITS)).isEqualTo(20);
      assertThat(client.submit(job, NONCE2, later(job, left), NO_BITS)).isZero();
      assertThat((long) client.nextCleanJob().time()).isEqualTo(now + 7000);
    }
  }

  /** A block of a job whose time was rolled. */
  private static BlockHeader later(WireJob job, int seconds) {
    BlockHeader header = job.header(NONCE2, VERSION);
    BlockHeader rolled =
        new BlockHeader(
            header.version(),
            header.prevHash(),
            header.merkleRoot(),
            header.time() + seconds,
            header.nbits(),
            0);
    return TestMiner.mine(rolled, Network.PRACTICE.pow().limit());
  }

  @Test
  void showsNoControlCharactersOfUsers() throws IOException {
    try (WireClient client = rig.client()) {
      client.subscribe();
      var _ = client.call("mining.authorize", "[\"\\u001b[31mme\",\"x\"]");
      WireJob job = client.nextJob();
      BlockHeader mined = job.mined(NONCE2, VERSION);
      String share =
          "[\"\\u001b[31mme\",\"%s\",\"%s\",\"%08x\",\"%08x\"]"
              .formatted(job.id(), NONCE2, mined.time(), mined.nonce());
      assertThat(WireClient.code(client.call("mining.submit", share))).isZero();
      assertThat(rig.told).contains("share of ?[31mme: ", "block 1 of ?[31mme: " + mined.hash());
    }
  }

  @Test
  void refusesUserNamesThatAreTooLong() throws IOException {
    try (WireClient client = rig.client()) {
      client.subscribe();
      String login = "[\"%s\",\"x\"]";
      String most = login.formatted("m".repeat(256));
      String more = login.formatted("m".repeat(257));
      assertThat(WireClient.code(client.call("mining.authorize", more))).isEqualTo(24);
      assertThat(WireClient.code(client.call("mining.authorize", most))).isZero();
    }
  }

  @Test
  void closesConnectionsThatTalkButNeverLogIn() throws IOException {
    try (WireClient talker = rig.client()) {
      for (int i = 0; i < 3; i++) {
        var _ = talker.call("mining.ping", "[]");
        rig.pass(Duration.ofSeconds(20));
      }
      var _ = talker.call("mining.ping", "[]");
      rig.pass(Duration.ofSeconds(1));
      talker.awaitEnd();
      rig.pass(Duration.ZERO);
      assertThat(rig.told).contains("disconnected: it did not log in within 60 s");
    }
  }

  @Test
  void goesOnAndSaysOnceThatBlocksCannotBeWritten(@TempDir Path folder) throws IOException {
    PracticeChain closed = PracticeChain.open(folder);
    closed.close();
    try (PoolRig other = new PoolRig(closed);
        WireClient client = other.client()) {
      WireJob job = client.begin();
      for (String extranonce2 : List.of(NONCE2, "00000002")) {
        BlockHeader block = job.block(extranonce2, VERSION);
        assertThat(client.submit(job, extranonce2, block, NO_BITS)).isZero();
      }
      assertThat(closed.height()).isZero();
      assertThat(other.told.stream().filter(text -> text.startsWith("oddity: ")))
          .singleElement()
          .asString()
          .contains("could not be written", "stays at height 0");
    }
  }

  @Test
  void turnsAwayMoreThan256AndSaysSoOnce() throws IOException {
    List<WireClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 256; i++) {
        clients.add(rig.client());
      }
      for (int i = 0; i < 3; i++) {
        try (WireClient late = rig.client()) {
          late.awaitEnd();
        }
      }
      var _ = clients.getFirst().begin();
      assertThat(rig.told.stream().filter(text -> text.startsWith("oddity: ")))
          .singleElement()
          .asString()
          .contains("turned away", "256");
    } finally {
      for (WireClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void closesConnectionsThatStaySilent() throws IOException {
    try (WireClient silent = rig.client();
        WireClient idle = rig.client()) {
      var _ = idle.begin();
      var _ = silent.call("mining.ping", "[]");
      rig.pass(Duration.ofSeconds(61));
      silent.awaitEnd();
      rig.pass(Duration.ZERO);
      assertThat(rig.told).anyMatch(text -> text.startsWith("disconnected: it did not log in"));
      rig.pass(Duration.ofMinutes(10));
      idle.awaitEnd();
      rig.pass(Duration.ZERO);
      assertThat(rig.told).contains("disconnected: nothing was heard of it for 10 minutes");
    }
  }

  @Test
  void saysOnceThatAClientIsOdd() throws IOException {
    try (WireClient client = rig.client()) {
      client.line("{\"id\":1,\"method\":[]}");
      client.line("{\"id\":2,\"method\":[]}");
      var _ = client.call("mining.ping", "[]");
      assertThat(rig.told.stream().filter(text -> text.startsWith("oddity: "))).hasSize(1);
    }
  }

  @Test
  void dropsConnectionsAndListensAgainAtTheSamePlace() throws IOException {
    InetSocketAddress address = rig.pool.address();
    try (WireClient client = rig.client()) {
      WireJob job = client.begin();
      assertThat(client.submit(job, NONCE2, job.mined(NONCE2, VERSION), NO_BITS)).isZero();
      rig.pool.dropConnections();
      client.awaitEnd();
    }
    try (WireClient client = rig.client()) {
      var _ = client.begin();
      rig.pool.close();
      client.awaitEnd();
    }
    try (PracticePool again = rig.listen(address);
        WireClient client = new WireClient(again.address())) {
      WireJob job = client.begin();
      assertThat(client.submit(job, NONCE2, job.mined(NONCE2, VERSION), NO_BITS)).isZero();
      assertThat(rig.chain.height()).isEqualTo(2);
    }
  }

  @Test
  void saysWhereItCannotListen() {
    assertThatThrownBy(() -> rig.listen(rig.pool.address()))
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen at ")
        .hasMessageContaining("choose another address or port");
  }
}
