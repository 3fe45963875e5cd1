package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.work.Job;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientJobsTest {
  private final Client client = Client.live();

  private static MerkleSource.Coinbase coinbase(Job job) {
    return (MerkleSource.Coinbase) job.merkle();
  }

  private Client difficulty(String value) {
    return client.say("{'id':null,'method':'mining.set_difficulty','params':[" + value + "]}");
  }

  @Test
  void bindsTheDifficultyAtNotify() {
    client.notify("1", true);
    difficulty("8");
    difficulty("4");
    client.notify("2", false);

    assertThat(client.out.jobs)
        .extracting(Job::shareTarget)
        .containsExactly(Target.DIFFICULTY_1, Difficulty.parse("4").target());
    assertThat(client.pass(0.25).out.notices)
        .contains(new SessionNotice.DifficultyChanged(Difficulty.parse("4")))
        .doesNotContain(new SessionNotice.DifficultyChanged(Difficulty.parse("8")));
  }

  @Test
  void takesATargetLikeADifficulty() {
    String hex = Difficulty.parse("16").target().hex();
    client.say("{'id':null,'method':'mining.set_target','params':['" + hex + "']}");
    client.notify("1", true);

    assertThat(client.out.job().shareTarget().hex()).isEqualTo(hex);
  }

  @Test
  void isCleanAtTheFirstJobAtEachNewParentAndWhenTold() {
    client.notify("1", false);
    client.notify("2", false);
    client.notify("3", Client.OTHER_PARENT, "20000000", false);
    client.notify("4", Client.OTHER_PARENT, "20000000", true);

    assertThat(client.out.jobs).extracting(Job::clean).containsExactly(true, false, true, true);
  }

  @Test
  void putsTheExtranonce1BehindCoinb1() {
    client.notify("1", true);

    assertThat(coinbase(client.out.job()).prefix().hex()).isEqualTo(Client.COINB1 + "f8a1d721");
    assertThat(coinbase(client.out.job()).suffix().hex()).isEqualTo(Client.COINB2);
    assertThat(coinbase(client.out.job()).extranonce2Size()).isEqualTo(4);
  }

  @Test
  void usesANewExtranonceFromTheNextNotifyOnThoughItsIdIsTheSame() {
    client.notify("1", true);
    Share old = Shares.of(client.out.job(), 1, 1);
    client.say("{'id':null,'method':'mining.set_extranonce','params':['0102',6]}");
    assertThat(client.out.jobs).hasSize(1);
    client.notify("1", false);

    assertThat(client.out.jobs).hasSize(2);
    assertThat(coinbase(client.out.job()).prefix().hex()).isEqualTo(Client.COINB1 + "0102");
    assertThat(coinbase(client.out.job()).extranonce2Size()).isEqualTo(6);
    client.submit(old);
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void keepsTheExtranonce2SizeWhereItIsAbsent() {
    client.say("{'id':null,'method':'mining.set_extranonce','params':['0102']}").notify("1", true);

    assertThat(coinbase(client.out.job()).extranonce2Size()).isEqualTo(4);
  }

  @Test
  void reissuesTheJobAtANewMask() {
    client.notify("1", true);
    client.say("{'id':null,'method':'mining.set_version_mask','params':['00006000']}");

    assertThat(client.out.jobs).extracting(Job::versionMask).containsExactly(0x1fffe000, 0x6000);
    assertThat(client.out.job().clean()).isFalse();
    assertThat(client.out.job().id()).isEqualTo("1");
  }

  @Test
  void refusesToSubmitBitsOutsideTheNewMask() {
    client.notify("1", true);
    Job before = client.out.job();
    client.say("{'id':null,'method':'mining.set_version_mask','params':['00006000']}");
    client.submit(Shares.of(before, 1, 1, 0x20000000 | 0x8000));
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);
    client.submit(Shares.of(before, 1, 1, 0x20000000 | 0x4000));

    assertThat(client.out.sent(Message.Submit.class))
        .singleElement()
        .satisfies(submit -> assertThat(submit.versionBits()).isEqualTo(0x4000));
  }

  @Test
  void neverTakesMoreOfAMaskThanItAskedFor() {
    client.notify("1", true);
    client.say("{'id':null,'method':'mining.set_version_mask','params':['ffffffff']}");

    assertThat(client.out.job().versionMask()).isEqualTo(0x1fffe000);
    assertThat(client.out.jobs).hasSize(1);
  }

  @Test
  void ignoresAMaskWhereRollingWasNotGranted() {
    Client plain = new Client().connect().say("{'id':1,'result':{}}");
    plain.say("{'id':2,'result':[[],'f8a1d721',4]}").say("{'id':3,'result':true}");
    plain.notify("1", true);
    plain.say("{'id':null,'method':'mining.set_version_mask','params':['1fffe000']}");
    plain.submit(Shares.of(plain.out.job(), 1, 1));

    assertThat(plain.out.jobs).extracting(Job::versionMask).containsExactly(0);
    assertThat(plain.out.sent(Message.Submit.class).getLast().versionBits()).isNull();
  }

  @Test
  void rollsNothingWhereTheJobHasBitsInsideTheMask() {
    client.notify("1", Client.PARENT, "20002000", true);
    client.submit(Shares.of(client.out.job(), 1, 1));

    assertThat(client.out.job().versionMask()).isZero();
    assertThat(client.out.sent(Message.Submit.class).getLast().versionBits()).isEqualTo(0x2000);
  }

  @Test
  void sendsZeroBitsWhereNothingWasRolled() {
    client.notify("1", true).submit(Shares.of(client.out.job(), 1, 1));

    assertThat(client.out.sent(Message.Submit.class).getLast().versionBits()).isZero();
  }

  @Test
  void submitsForAnOlderJobButNotForAVoidOne() {
    client.notify("1", true);
    Job first = client.out.job();
    client.notify("2", false);
    client.submit(Shares.of(first, 1, 1));
    assertThat(client.out.sent(Message.Submit.class).getLast().job()).isEqualTo(JobId.of("1"));

    client.notify("3", true);
    client.submit(Shares.of(first, 1, 2));
    assertThat(client.out.sent(Message.Submit.class)).hasSize(1);
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);
    assertThat(client.out.result().reason()).startsWith("not sent");
  }

  @Test
  void forgetsAllButThe32LatestJobs() {
    for (int i = 0; i < 40; i++) {
      client.pass(1).notify("" + i, false);
    }
    client.submit(Shares.of(client.out.jobs.get(7), 1, 1));
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);
    client.submit(Shares.of(client.out.jobs.get(8), 1, 1));
    assertThat(client.out.sent(Message.Submit.class)).hasSize(1);
  }

  @Test
  void neverSubmitsAShareOfAnotherSession() {
    Client other = Client.live().notify("1", true);
    client.notify("1", true).submit(Shares.of(other.out.job(), 1, 1));

    assertThat(client.out.sent(Message.Submit.class)).isEmpty();
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void letsABurstPassAndCoalescesAStorm() {
    for (int i = 0; i < 500; i++) {
      client.notify("" + i, i == 300);
    }
    assertThat(client.out.jobs).hasSize(100);
    client.pass(0.25);

    assertThat(client.out.jobs).hasSize(101);
    assertThat(client.out.job().id()).isEqualTo("499");
    assertThat(client.out.job().clean()).as("it stands for the clean one too").isTrue();
  }

  @Test
  void followsAFastChainAtFullPace() {
    for (int i = 0; i < 200; i++) {
      client.pass(0.06).notify("" + i, true);
    }
    assertThat(client.out.jobs).hasSize(200);
  }

  @ParameterizedTest
  @CsvSource({"00000000", "01000000", "20800000", "ff123456", "1d80ffff"})
  void ignoresAJobWhoseBitsStandForNoTarget(String nbits) {
    client.notify("1", true);
    client.say(
        "{'id':null,'method':'mining.notify','params':['2','%s','%s','%s',[],'20000000','%s','6b02b894',true]}"
            .formatted(Client.PARENT, Client.COINB1, Client.COINB2, nbits));

    assertThat(client.out.jobs).hasSize(1);
    assertThat(client.out.notices(SessionNotice.Oddity.class)).hasSize(1);
  }

  @Test
  void closesAfterThreeUnusableJobsInARow() {
    String broken = "{'id':null,'method':'mining.notify','params':['2']}";
    String tiny =
        "{'id':null,'method':'mining.notify','params':['2','%s','00','00',[],'1','1d00ffff','1',true]}"
            .formatted(Client.PARENT);
    client.say(broken).say(tiny).notify("1", true).say(tiny).say(broken);
    assertThat(client.out.endings).isEmpty();
    client.say(tiny);

    assertThat(client.ending()).isInstanceOf(Ending.Retry.class);
    assertThat(client.ending().reason()).contains("3 unusable jobs in a row");
  }

  @Test
  void ignoresACoinbaseBeyond128Kibibytes() {
    client.say(
        "{'id':null,'method':'mining.notify','params':['2','%s','%s','%s',[],'1','1d00ffff','1',true]}"
            .formatted(Client.PARENT, "00".repeat(100_000), "00".repeat(100_000)));

    assertThat(client.out.jobs).isEmpty();
  }

  @Test
  void raisesTheTargetSoThatExpectedSharesStayUnderTheCap() {
    client.session.hashrate(1e9);
    difficulty("1e-300").notify("1", true);
    assertThat(1e9 / client.out.job().shareTarget().expectedHashes()).isBetween(20.0, 26.0);

    difficulty("1000").notify("2", true);
    assertThat(client.out.job().shareTarget()).isEqualTo(Difficulty.parse("1000").target());
  }

  @Test
  void reissuesTheJobWhenTheRateTurnsOutTooHighForIt() {
    difficulty("1e-300").notify("1", true);
    assertThat(client.out.job().shareTarget()).isEqualTo(Target.MAX);
    client.session.hashrate(1e9);
    client.pass(0.25).pass(0.25);

    assertThat(client.out.jobs).hasSize(2);
    assertThat(client.out.job().clean()).isFalse();
    assertThat(1e9 / client.out.job().shareTarget().expectedHashes()).isLessThan(26.0);
  }

  @Test
  void leavesTheTargetAloneAtOddRates() {
    for (double rate : List.of(Double.NaN, -1.0, 0.0, Double.POSITIVE_INFINITY, 1e-9)) {
      client.session.hashrate(rate);
    }
    difficulty("1e-300").notify("1", true);

    assertThat(client.out.job().shareTarget()).isEqualTo(Target.MAX);
  }

  @Test
  void showsAJobIdWithoutControlCharactersButEchoesItAsItIs() {
    client.notify("a\\u001b[2J", true).submit(Shares.of(client.out.job(), 1, 1));

    assertThat(client.out.job().id()).isEqualTo("a?[2J");
    assertThat(client.out.sent(Message.Submit.class).getLast().job().text())
        .isEqualTo("a\u001b[2J");
  }
}
