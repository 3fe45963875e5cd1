package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;
import org.gruve.core.hash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSessionTest {
  private static final String GOOD = "'u','j1','00000001','6b02b894','00000003'";

  private final Server server = Server.live();

  @Test
  void greetsInWhateverOrder() {
    Server early = new Server().say("{'id':3,'method':'mining.authorize','params':['u','x']}");
    assertThat(early.readied).isZero();
    early.say("{'id':'four','method':'mining.subscribe','params':[]}");
    early.say("{'id':5,'method':'mining.authorize','params':['u2','x']}");

    assertThat(early.readied).isEqualTo(1);
    assertThat(early.sent)
        .containsExactly(
            new Message.Response(Id.of(3), new Result.Flag(true), null),
            new Message.Response(
                new Id(null, "four"),
                new Result.Subscription("s1", Bytes.ofHex("f8a1d721"), 4),
                null),
            new Message.Response(Id.of(5), new Result.Flag(true), null));
  }

  @Test
  void givesAClientThatComesBackItsExtranonceAgain() {
    Server back = new Server();
    back.earlier.put("s0", Bytes.ofHex("01020304"));
    back.say("{'id':1,'method':'mining.subscribe','params':['m/1','s0']}");
    assertThat(back.sent)
        .containsExactly(
            new Message.Response(
                Id.of(1), new Result.Subscription("s0", Bytes.ofHex("01020304"), 4), null));
  }

  @Test
  void beginsAnewWhereThereIsNothingToResume() {
    Server fresh = new Server();
    fresh.say("{'id':1,'method':'mining.subscribe','params':['m/1','s0']}");
    assertThat(fresh.sent)
        .containsExactly(
            new Message.Response(
                Id.of(1), new Result.Subscription("s1", Bytes.ofHex("f8a1d721"), 4), null));
  }

  @Test
  void keepsItsExtranonceHoweverOftenItSubscribes() {
    server.earlier.put("s0", Bytes.ofHex("01020304"));
    server.say("{'id':7,'method':'mining.subscribe','params':['m/1','s0']}");
    assertThat(server.sent)
        .last()
        .isEqualTo(
            new Message.Response(
                Id.of(7), new Result.Subscription("s1", Bytes.ofHex("f8a1d721"), 4), null));
  }

  @Test
  void refusesAUserWhoMayNotMine() {
    server.say("{'id':4,'method':'mining.authorize','params':['bad','x']}");
    assertThat(server.code()).isEqualTo(24);
    server.submit(GOOD.replace("'u'", "'bad'"));
    assertThat(server.code()).isEqualTo(24);
  }

  @Test
  void grantsWhatWasAskedForAndItHas() {
    Server fresh = new Server();
    fresh.say(
        "{'id':1,'method':'mining.configure','params':[['version-rolling','minimum-difficulty','subscribe-extranonce','info','what'],"
            + "{'version-rolling.mask':'FFFF0000','version-rolling.min-bit-count':2,'minimum-difficulty.value':0.5}]}");

    assertThat(((Message.Response) fresh.sent.getLast()).result())
        .isEqualTo(
            new Result.Extensions(
                Map.of(
                    "version-rolling", "true",
                    "version-rolling.mask", "1fff0000",
                    "minimum-difficulty", "true",
                    "subscribe-extranonce", "true",
                    "info", "true",
                    "what", "false")));
  }

  @Test
  void refusesExtensionsThatItCannotGrant() {
    Server fresh = new Server(0);
    fresh.say(
        "{'id':1,'method':'mining.configure','params':[['version-rolling','minimum-difficulty'],{'minimum-difficulty.value':'x'}]}");

    assertThat(((Message.Response) fresh.sent.getLast()).result())
        .isEqualTo(
            new Result.Extensions(
                Map.of("version-rolling", "false", "minimum-difficulty", "false")));
  }

  @Test
  void neverGoesBelowTheMinimumDifficulty() {
    server.say(
        "{'id':1,'method':'mining.configure','params':[['minimum-difficulty'],{'minimum-difficulty.value':2}]}");
    server.session.difficulty(Difficulty.parse("0.1"));
    assertThat(server.sent(Message.SetDifficulty.class).getLast().difficulty())
        .isEqualTo(Difficulty.parse("2"));
    server.session.difficulty(Difficulty.parse("3"));
    assertThat(server.sent(Message.SetDifficulty.class).getLast().difficulty())
        .isEqualTo(Difficulty.parse("3"));
  }

  @Test
  void passesOnSuggestionsInBothForms() {
    server.say("{'id':4,'method':'mining.suggest_difficulty','params':[0.25]}");
    assertThat(server.code()).isZero();
    server.say(
        "{'id':4,'method':'mining.suggest_target','params':['" + Target.DIFFICULTY_1.hex() + "']}");

    assertThat(server.suggestions).containsExactly(Difficulty.parse("0.25"), Difficulty.parse("1"));
  }

  @Test
  void sendsADifficultyWithTheFirstJobEvenIfItIsOne() {
    Server fresh = new Server();
    fresh.session.difficulty(Difficulty.parse("1"));
    fresh.session.job(Server.job("x", true));
    assertThat(fresh.sent).isEmpty();
    fresh.say("{'id':1,'method':'mining.subscribe','params':[]}");
    fresh.say("{'id':2,'method':'mining.authorize','params':['u','x']}");
    fresh.session.job(Server.job("x", true));

    assertThat(fresh.sent.subList(2, 4))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Message.SetDifficulty.class),
            second -> assertThat(second).isInstanceOf(Message.Notify.class));
  }

  @Test
  void takesAGoodShareOnce() {
    server.submit(GOOD);
    assertThat(server.code()).isZero();
    server.submit(GOOD);

    assertThat(server.code()).isEqualTo(22);
    assertThat(server.judged)
        .containsExactly(
            new SubmittedShare(
                Server.job("j1", true),
                "u",
                Bytes.ofHex("f8a1d721"),
                Bytes.ofHex("00000001"),
                0x20000000,
                0x6b02b894,
                3,
                Difficulty.parse("1e-10").target()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'u','gone','00000001','6b02b894','00000003' | 21",
        "'x','j1','00000001','6b02b894','00000003' | 24",
        "'u','j1','000001','6b02b894','00000003' | 20",
        "'u','j1','0000000001','6b02b894','00000003' | 20",
        "'u','j1','zz000001','6b02b894','00000003' | 20",
        "'u','j1','00000001','6b02b89','00000003' | 20",
        "'u','j1','00000001','6b02b894','0000000z' | 20",
        "'u','j1','00000001','6b02b893','00000003' | 20",
        "'u','j1','00000001','6b02d894','00000003' | 20",
        "'u','j1','00000001','6b02b894','00000003','00001000' | 20",
        "'u','j1','00000001','6b02b894','00000003','20000000' | 20",
        "'u','j1','00000001','6b02b894','00000003','1' | 20",
        "'u','j1','00000001','6b02b894' | 20",
        "'u','j1',1,2,3 | 20",
        "'u','j1','00000001','6b02b894','00000003','00002000' | 0"
      })
  void judgesTheFormOfAShare(String params, int code) {
    server.submit(params);

    assertThat(server.code()).isEqualTo(code);
    assertThat(server.judged).hasSize(code == 0 ? 1 : 0);
    assertThat(server.endings).isEmpty();
  }

  @Test
  void putsTheVersionBitsIntoTheJobsVersion() {
    server.submit(GOOD + ",'0000a000'");

    assertThat(server.judged.getLast().version()).isEqualTo(0x2000a000);
  }

  @Test
  void refusesVersionBitsOutsideAMaskThatShrankSince() {
    server.session.versionMask(0x2000);
    assertThat(server.sent.getLast()).isEqualTo(new Message.SetVersionMask(Id.NONE, 0x2000));
    server.submit(GOOD + ",'0000a000'");
    assertThat(server.code()).isEqualTo(20);
    server.submit(GOOD + ",'00002000'");
    assertThat(server.code()).isZero();
  }

  @Test
  void refusesSharesBeforeSubscribing() {
    Server fresh = new Server().say("{'id':3,'method':'mining.authorize','params':['u','x']}");
    fresh.submit(GOOD);

    assertThat(fresh.code()).isEqualTo(25);
  }

  @Test
  void letsTimeRollAsFarAsItHasPassed() {
    String later = "'u','j1','00000001','%08x','00000003'";
    server.submit(later.formatted(0x6b02b894 + 400));
    assertThat(server.code()).isEqualTo(20);
    server.now += 200 * Client.SECOND;
    server.submit(later.formatted(0x6b02b894 + 400));
    assertThat(server.code()).isZero();
    server.now += 100_000 * Client.SECOND;
    server.submit(later.formatted(0x6b02b894 + 7201));
    assertThat(server.code()).isEqualTo(20);
  }

  @Test
  void refusesALowDifficulty() {
    server.session.difficulty(Difficulty.parse("1000"));
    server.session.job(Server.job("hard", false));
    server.submit(GOOD.replace("j1", "hard"));
    assertThat(server.code()).isEqualTo(23);
    server.submit(GOOD);
    assertThat(server.code()).as("the earlier job keeps its difficulty").isZero();
  }

  @Test
  void forgetsJobsAtACleanOne() {
    server.session.job(Server.job("j2", false));
    server.submit(GOOD);
    assertThat(server.code()).isZero();
    server.session.job(Server.job("j3", true));
    server.submit(GOOD.replace("03'", "04'"));
    assertThat(server.code()).isEqualTo(21);
  }

  @Test
  void bindsTheExtranonceToTheJob() {
    assertThat(server.session.extranonce(Bytes.ofHex("aabb"), 6)).isFalse();
    server.say("{'id':4,'method':'mining.extranonce.subscribe','params':[]}");
    assertThat(server.code()).isZero();
    assertThat(server.session.extranonce(Bytes.ofHex("aabb"), 6)).isTrue();
    assertThat(server.sent.getLast())
        .isEqualTo(new Message.SetExtranonce(Id.NONE, Bytes.ofHex("aabb"), 6));
    server.submit(GOOD);
    assertThat(server.judged.getLast().extranonce1()).isEqualTo(Bytes.ofHex("f8a1d721"));

    server.session.job(Server.job("j2", false));
    server.submit("'u','j2','000000000001','6b02b894','00000003'");
    assertThat(server.judged.getLast().extranonce1()).isEqualTo(Bytes.ofHex("aabb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mining.get_transactions", "mining.what", "mining.notify", "x"})
  void refusesOtherMethodsAndStaysAlive(String method) {
    server.say("{'id':7,'method':'" + method + "','params':['j1']}");
    assertThat(server.code()).isEqualTo(20);
    server.submit(GOOD);
    assertThat(server.code()).isZero();
  }

  @Test
  void answersPing() {
    server.say("{'id':7,'method':'mining.ping','params':[]}");

    assertThat(server.sent.getLast())
        .isEqualTo(new Message.Response(Id.of(7), new Result.Text("pong"), null));
  }

  @Test
  void answersNothingToNotifications() {
    int before = server.sent.size();
    server.say("{'id':null,'method':'mining.what','params':[]}").say("{'id':1,'result':true}");

    assertThat(server.sent).hasSize(before);
  }

  @Test
  void closesAfterTenUnreadableLinesInARow() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.endings).isEmpty();
      server.say("{");
    }
    assertThat(server.endings).singleElement().asString().contains("10 unreadable lines in a row");
    server.submit(GOOD);
    assertThat(server.judged).isEmpty();
  }

  @Test
  void closesOnAnotherProtocolAndOnAStorm() {
    server.session.received(new Message.Unreadable(true, "The client speaks TLS."), server.now);
    assertThat(server.endings).containsExactly("The client speaks TLS.");

    Server stormed = Server.live();
    for (int i = 0; i < 6000; i++) {
      stormed.session.received(new Message.Ping(Id.NONE), stormed.now);
    }
    assertThat(stormed.endings)
        .containsExactly("The client sends more than 1000 messages a second.");
  }

  @Test
  void refusesMoreSharesThanItCanRemember() {
    for (int i = 0; i < ServerJobs.MAX_SHARES; i++) {
      server.now += Client.SECOND / 900;
      server.submit("'u','j1','00000001','6b02b894','%08x'".formatted(i));
      assertThat(server.code()).isZero();
    }
    server.submit("'u','j1','00000002','6b02b894','00000000'");
    assertThat(server.code()).isEqualTo(20);
    server.session.job(Server.job("j2", true));
    server.submit("'u','j2','00000002','6b02b894','00000000'");
    assertThat(server.code()).isZero();
  }

  @Test
  void sendsReconnectsAndMessages() {
    server.session.reconnect("", 0, 0);
    server.session.showMessage("hi");

    assertThat(server.sent)
        .endsWith(new Message.Reconnect(Id.NONE, "", 0, 0), new Message.ShowMessage(Id.NONE, "hi"));
  }
}
