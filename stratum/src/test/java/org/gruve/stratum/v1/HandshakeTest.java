package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.block.Difficulty;
import org.gruve.core.work.MerkleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
  private static final String SUBSCRIBED =
      "'result':[[['mining.notify','s1']],'f8a1d721',4],'error':null}";

  @Test
  void asksOneAfterTheOther() {
    Client client = new Client(Client.settings(Difficulty.parse("0.5"), null, true)).connect();
    assertThat(client.out.sent)
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Configure.class,
            m -> {
              assertThat(m.extensions())
                  .containsExactly("version-rolling", "minimum-difficulty", "subscribe-extranonce");
              assertThat(m.parameters())
                  .containsEntry("version-rolling.mask", "1fffe000")
                  .containsEntry("version-rolling.min-bit-count", "2")
                  .containsEntry("minimum-difficulty.value", "0.005");
            });

    client.say("{'id':1,'result':{'version-rolling':true,'version-rolling.mask':'1fffe000'}}");
    assertThat(client.out.last()).isEqualTo(new Message.Subscribe(Id.of(2), "gruve/1", null));
    client.say("{'id':2," + SUBSCRIBED);
    assertThat(client.out.last()).isEqualTo(new Message.Authorize(Id.of(3), "user.1", "x"));
    client.say("{'id':3,'result':true}");
    assertThat(client.out.sent.subList(3, 5))
        .containsExactly(
            new Message.SuggestDifficulty(Id.of(4), Difficulty.parse("0.5")),
            new Message.ExtranonceSubscribe(Id.of(5)));
    assertThat(client.out.notices)
        .containsExactly(
            new SessionNotice.VersionRolling(0x1fffe000),
            new SessionNotice.Subscribed("f8a1d721", 4, "s1"),
            new SessionNotice.Authorized("user.1"));
  }

  @Test
  void matchesNumericTextIds() {
    Client client = new Client().connect().say("{'id':'1','result':{}}");

    assertThat(client.out.last()).isInstanceOf(Message.Subscribe.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':{'version-rolling':true,'version-rolling.mask':'1fffe000'} | 1fffe000",
        "'result':{'version-rolling':true,'version-rolling.mask':'FFFFFFFF'} | 1fffe000",
        "'result':{'version-rolling':true,'version-rolling.mask':'00006000'} | 6000",
        "'result':{'version-rolling':true,'version-rolling.mask':'00000000'} | 0",
        "'result':{'version-rolling':true,'version-rolling.mask':'zz'} | 0",
        "'result':{'version-rolling':true} | 0",
        "'result':{'version-rolling':false} | 0",
        "'result':{'version-rolling':'not today'} | 0",
        "'result':{} | 0",
        "'result':null,'error':[20,'Unknown method',null] | 0",
        "'result':true | 0"
      })
  void takesEveryAnswerToConfigureAndGoesOn(String answer, String mask) {
    Client client = new Client().connect().say("{'id':1," + answer + "}");

    assertThat(client.out.notices)
        .containsExactly(new SessionNotice.VersionRolling(Integer.parseInt(mask, 16)));
    assertThat(client.out.last()).isInstanceOf(Message.Subscribe.class);
  }

  @Test
  void goesOnWithoutAnAnswerToConfigureAndStillTakesALateOne() {
    Client client = new Client().connect().pass(7);
    assertThat(client.out.sent).hasSize(1);
    client.pass(2);
    assertThat(client.out.last()).isInstanceOf(Message.Subscribe.class);
    assertThat(client.out.notices(SessionNotice.Oddity.class)).hasSize(1);

    client.say("{'id':1,'result':{'version-rolling':true,'version-rolling.mask':'1fffe000'}}");
    assertThat(client.out.sent).hasSize(2);
    assertThat(client.out.notices).contains(new SessionNotice.VersionRolling(0x1fffe000));
  }

  @Test
  void asksForNoExtensionsWhereToldNotTo() {
    Client client = new Client(Client.settings(null, null, false)).connect();
    client.say("{'id':1," + SUBSCRIBED).say("{'id':2,'result':true}");

    assertThat(client.out.sent)
        .extracting(m -> (Object) m.getClass())
        .containsExactly(Message.Subscribe.class, Message.Authorize.class);
  }

  @Test
  void doesNotAskTwiceForExtranonces() {
    Client client = new Client().connect();
    client.say("{'id':1,'result':{'subscribe-extranonce':true}}");
    client.say("{'id':2," + SUBSCRIBED).say("{'id':3,'result':true}");

    assertThat(client.out.sent(Message.ExtranonceSubscribe.class)).isEmpty();
  }

  @Test
  void survivesSilenceOnExtranonceSubscribe() {
    Client client = Client.live().pass(20);

    assertThat(client.out.endings).isEmpty();
  }

  @Test
  void retriesWithoutAnAnswerToSubscribe() {
    Client client = new Client().connect().say("{'id':1,'result':{}}").pass(31);

    assertThat(client.out.endings)
        .containsExactly(new Ending.Retry("The pool did not answer mining.subscribe in 30 s."));
  }

  @Test
  void retriesWithoutAnAnswerToAuthorize() {
    Client client = new Client().connect().say("{'id':1,'result':{}}").say("{'id':2," + SUBSCRIBED);

    assertThat(client.pass(31).out.endings)
        .containsExactly(new Ending.Retry("The pool did not answer mining.authorize in 30 s."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'result':[[],'f8a1d721']",
        "'result':[[],'zz',4]",
        "'result':[[],'00',99]",
        "'result':null",
        "'result':true"
      })
  void retriesAfterABrokenSubscription(String answer) {
    Client client =
        new Client().connect().say("{'id':1,'result':{}}").say("{'id':2," + answer + "}");

    assertThat(client.ending()).isInstanceOf(Ending.Retry.class);
    assertThat(client.ending().reason()).startsWith("The pool refused mining.subscribe");
  }

  @Test
  void subscribesWithLessAndLessWhereThatIsRefused() {
    Client client = new Client(Client.settings(null, "old", false)).connect();
    assertThat(client.out.last()).isEqualTo(new Message.Subscribe(Id.of(1), "gruve/1", "old"));
    client.say("{'id':1,'error':[20,'bad params',null]}");
    assertThat(client.out.last()).isEqualTo(new Message.Subscribe(Id.of(2), "gruve/1", null));
    client.say("{'id':2,'error':[20,'bad params',null]}");
    assertThat(client.out.last()).isEqualTo(new Message.Subscribe(Id.of(3), "", null));
    client.say("{'id':3,'error':[20,'bad params',null]}");
    assertThat(client.ending())
        .isEqualTo(new Ending.Retry("The pool refused mining.subscribe: bad params."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'result':false", "'result':null,'error':[24,'who?',null]", "'error':'who?'"})
  void endsARefusedLoginWithThePoolsWords(String answer) {
    Client client = new Client().connect().say("{'id':1,'result':{}}").say("{'id':2," + SUBSCRIBED);
    client.notify("1", true);
    client.say("{'id':3," + answer + "}");

    assertThat(client.ending()).isInstanceOf(Ending.Refused.class);
    assertThat(client.ending().reason())
        .isEqualTo(
            "The pool refused the login of user.1"
                + (answer.contains("who") ? ": who?" : "")
                + "; check user and password.");
    assertThat(client.out.jobs).isEmpty();
  }

  @Test
  void refusesANameThatNoLineHolds() {
    ClientSettings settings =
        new ClientSettings("u".repeat(257), "", "gruve", 0, null, null, true, "h");
    Client client = new Client(settings).connect();

    assertThat(client.ending()).isInstanceOf(Ending.Refused.class);
    assertThat(client.out.sent).isEmpty();
  }

  @Test
  void learnsFromAClosedConnection() {
    assertThat(lesson(new Client().connect())).isInstanceOf(Ending.RetryWithoutConfigure.class);
    assertThat(lesson(new Client(Client.settings(null, "s", false)).connect()))
        .isInstanceOf(Ending.RetryWithoutResume.class);
    assertThat(lesson(Client.live())).isInstanceOf(Ending.RetryWithoutConfigure.class);
    assertThat(lesson(new Client(Client.settings(null, "s", false)).connect().pass(31)))
        .isInstanceOf(Ending.RetryWithoutResume.class);
  }

  private static Ending lesson(Client client) {
    client.session.disconnected(client.now);
    client.session.disconnected(client.now);
    assertThat(client.out.endings).hasSize(1);
    return client.ending();
  }

  @Test
  void learnsFromALossBeforeAnAnswerToExtranonceSubscribeAlsoWhereAJobCame() {
    assertThat(lesson(Client.live().notify("1", true)))
        .isInstanceOf(Ending.RetryWithoutConfigure.class);
  }

  @Test
  void learnsNothingFromALossWhenNothingIsAwaited() {
    Client answered = Client.live().notify("1", true).say("{'id':4,'result':false}");
    Client late = Client.live().notify("1", true).pass(9);
    for (Client client : List.of(answered, late)) {
      client.session.disconnected(client.now);

      assertThat(client.out.endings).isEmpty();
    }
  }

  @Test
  void givesUpASilentPool() {
    Client client = Client.live().notify("1", true);

    assertThat(client.pass(179).out.endings).isEmpty();
    assertThat(client.pass(2).ending().reason()).isEqualTo("The pool has said nothing for 180 s.");
  }

  @Test
  void givesUpAPoolWithoutNewJobs() {
    Client client = Client.live().notify("1", true);
    for (int i = 0; i < 7; i++) {
      client.pass(30).say("{'id':null,'method':'mining.set_difficulty','params':[1]}");
    }

    assertThat(client.ending().reason()).isEqualTo("The pool has sent no job for 180 s.");
  }

  @Test
  void givesUpAPoolWithoutAFirstJob() {
    Client client = Client.live();

    assertThat(client.pass(59).out.endings).isEmpty();
    assertThat(client.pass(2).ending().reason()).contains("no job in the 60 s since the login");
  }

  @Test
  void buffersTheNotifyBeforeTheSubscriptionAndHoldsItUntilTheLogin() {
    Client client = new Client().connect().say("{'id':1,'result':{}}");
    client.say("{'id':null,'method':'mining.set_difficulty','params':[2]}");
    client.notify("early", true);
    client.say("{'id':2," + SUBSCRIBED);
    assertThat(client.out.jobs).isEmpty();
    client.say("{'id':3,'result':true}");

    assertThat(client.out.jobs)
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.id()).isEqualTo("early");
              assertThat(job.shareTarget()).isEqualTo(Difficulty.parse("2").target());
              assertThat(job.origin()).isSameAs(client.session);
            });
  }

  @Test
  void takesTheSubscriptionForTheLastWordOnTheExtranonce() {
    Client client = new Client().connect().say("{'id':1,'result':{}}");
    client.say("{'id':null,'method':'mining.set_extranonce','params':['00']}");
    client.say("{'id':2," + SUBSCRIBED).say("{'id':3,'result':true}").notify("1", true);

    assertThat(client.out.job().merkle())
        .isInstanceOfSatisfying(
            MerkleSource.Coinbase.class,
            coinbase -> {
              assertThat(coinbase.prefix().hex()).isEqualTo(Client.COINB1 + "f8a1d721");
              assertThat(coinbase.extranonce2Size()).isEqualTo(4);
            });
  }

  @Test
  void saysNoMoreOfItselfThanFitsInALine() {
    Client client =
        new Client(new ClientSettings("u", "x", "a\n".repeat(900), 0, null, null, true, "h"));
    client.connect();
    assertThat(client.out.last())
        .isInstanceOfSatisfying(
            Message.Subscribe.class, m -> assertThat(m.userAgent()).hasSize(128).startsWith("a?a"));
    client.say("{'id':9,'method':'client.get_version','params':[]}");
    assertThat(MessageWriter.write(client.out.last())).hasSizeLessThan(500);
  }

  @Test
  void suggestsLaterWhereItIsNotListeningYet() {
    Client client = new Client(Client.settings(null, null, false)).connect();
    client.session.suggest(Difficulty.parse("3"));
    assertThat(client.out.sent).hasSize(1);
    client.say("{'id':1," + SUBSCRIBED).say("{'id':2,'result':true}");
    client.session.suggest(Difficulty.parse("4"));

    assertThat(client.out.sent(Message.SuggestDifficulty.class))
        .extracting(m -> m.difficulty().toString())
        .containsExactly("3", "4");
  }

  @Test
  void ignoresAnswersToNothing() {
    Client client = Client.live();
    int before = client.out.sent.size();
    client.say("{'id':99,'result':true}").say("{'id':null,'result':true}");

    assertThat(client.out.sent).hasSize(before);
    assertThat(client.out.endings).isEmpty();
  }
}
