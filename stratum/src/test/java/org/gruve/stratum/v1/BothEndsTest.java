package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.Job;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;

class BothEndsTest {
  private static final Difficulty EASY = Difficulty.parse("1e-8");

  private final Server server = new Server();
  private final Circuit circuit =
      new Circuit(Client.settings(Difficulty.parse("1e-7"), null, true), server);
  private final Client client = circuit.client;

  private Job job(String id, boolean clean) {
    server.session.job(
        new ServerJob(
            id,
            Server.HEADER,
            Bytes.ofHex(Client.COINB1),
            Bytes.ofHex(Client.COINB2),
            List.of(Sha256d.hash(new byte[] {1}), Sha256d.hash(new byte[] {2})),
            clean));
    circuit.settle();
    return client.out.job();
  }

  private Job easyJob() {
    server.session.difficulty(EASY);
    return job("a", true);
  }

  private Share good(Job job, int from) {
    return Shares.meeting(job, job.shareTarget(), from);
  }

  private Share bad(Job job) {
    for (int nonce = 0; ; nonce++) {
      Share share = Shares.of(job, 1, nonce);
      if (!job.shareTarget().isMetBy(share.hash())) {
        return share;
      }
    }
  }

  private int lastCode() {
    return server.code();
  }

  @Test
  void agreeOnTheTerms() {
    assertThat(server.readied).isEqualTo(1);
    assertThat(server.suggestions).containsExactly(Difficulty.parse("1e-7"));
    assertThat(client.out.notices)
        .containsExactly(
            new SessionNotice.VersionRolling(0x1fffe000),
            new SessionNotice.Subscribed("f8a1d721", 4, "s1"),
            new SessionNotice.Authorized("user.1"));
  }

  @Test
  void seeTheSameHeader() {
    Share share = good(easyJob(), 0);
    circuit.submit(share);

    assertThat(client.out.results)
        .extracting(ShareResult::outcome)
        .containsExactly(Outcome.ACCEPTED);
    assertThat(Server.header(server.judged.getLast())).isEqualTo(share.header());
  }

  @Test
  void seeTheSameHeaderWithRolledVersions() {
    Job job = easyJob();
    int version = 0x20000000 | 0x0abc2000;
    Share share = Shares.of(job, 5, 0, version);
    for (int nonce = 1; !job.shareTarget().isMetBy(share.hash()); nonce++) {
      share = Shares.of(job, 5, nonce, version);
    }
    circuit.submit(share);

    assertThat(client.out.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(Server.header(server.judged.getLast())).isEqualTo(share.header());
  }

  @Test
  void changeExtranonceDifficultyAndMaskUnderWay() {
    Job first = easyJob();
    assertThat(server.session.extranonce(Bytes.ofHex("00ff00ff00"), 8)).isTrue();
    server.session.difficulty(Difficulty.parse("1e-9"));
    server.session.versionMask(0x6000);
    circuit.settle();
    Job second = job("b", false);
    circuit.submit(good(first, 0));
    circuit.submit(good(second, 0));

    assertThat(second.versionMask()).isEqualTo(0x6000);
    assertThat(second.shareTarget()).isEqualTo(Difficulty.parse("1e-9").target());
    assertThat(client.out.results)
        .extracting(ShareResult::outcome)
        .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED);
  }

  @Test
  void callALowDifficulty23() {
    server.session.difficulty(Difficulty.parse("1e-8"));
    circuit.submit(bad(job("a", true)));

    assertThat(lastCode()).isEqualTo(23);
    assertThat(client.out.result().reason()).isEqualTo("Low difficulty share");
  }

  @Test
  void callAStaleShare21WhereTheCleanJobIsStillOnItsWay() {
    Share share = good(easyJob(), 0);
    server.session.job(Server.job("z", true));
    client.submit(share);
    circuit.settle();

    assertThat(client.out.results)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.STALE);
              assertThat(result.reason()).isEqualTo("Job not found");
            });
  }

  @Test
  void followAReconnectToTheSamePlace() {
    server.session.reconnect("pool.example", 4444, 2);
    circuit.settle();

    assertThat(client.out.endings)
        .containsExactly(
            new Ending.Reconnect("The pool asked us to reconnect.", "pool.example", 4444, 2));
  }

  @Test
  void showTheServersWords() {
    server.session.showMessage("maintenance at noon \u0007");
    circuit.settle();

    assertThat(client.out.notices).contains(new SessionNotice.PoolMessage("maintenance at noon ?"));
  }
}
