package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTalkTest {
  private final Client client = Client.live().notify("1", true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | `` | 0 | 0",
        "'',0 | `` | 0 | 0",
        "'pool.example',3334,7 | pool.example | 3334 | 7",
        "'POOL.Example.','3334','0' | pool.example | 3334 | 0",
        "'pool.example',1,999999 | pool.example | 1 | 300",
        "'',3335,-5 | `` | 3335 | 0"
      })
  void followsAReconnectToTheSameHost(String params, String host, int port, int wait) {
    client.say("{'id':null,'method':'client.reconnect','params':[" + params + "]}");

    assertThat(client.out.endings)
        .containsExactly(new Ending.Reconnect("The pool asked us to reconnect.", host, port, wait));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'evil.example',3333",
        "'pool.example.evil',3333",
        "'127.0.0.1',3333",
        "'pool.example',65536",
        "'pool.example',-1"
      })
  void staysWhereAReconnectLeadsElsewhere(String params) {
    client.say("{'id':null,'method':'client.reconnect','params':[" + params + "]}");

    assertThat(client.out.endings).isEmpty();
    assertThat(client.out.notices(SessionNotice.Oddity.class))
        .singleElement()
        .satisfies(oddity -> assertThat(oddity.text()).endsWith("not done."));
  }

  @ParameterizedTest
  @CsvSource({
    "other.example, true",
    "OTHER.example., true",
    "a.pools.example, true",
    "a.b.pools.example, true",
    "pools.example, false",
    "evilpools.example, false",
    "x.other.example, false",
    "evil/.pools.example, false"
  })
  void followsToTheHostsThatTheUserAllows(String host, boolean follows) {
    ReconnectPolicy policy =
        new ReconnectPolicy("pool.example", List.of("other.example", ".pools.example"));
    ReconnectPolicy.Judgement judgement =
        policy.judge(new Message.Reconnect(Id.NONE, host, 3333, 0));
    assertThat(judgement instanceof ReconnectPolicy.Judgement.Leave).isEqualTo(follows);
  }

  @Test
  void showsAMessageSanitisedAndAnswersIt() {
    client.say("{'id':8,'method':'client.show_message','params':['\\u001b[31mhi\\r\\nyou']}");

    assertThat(client.out.notices(SessionNotice.PoolMessage.class))
        .containsExactly(new SessionNotice.PoolMessage("?[31mhi??you"));
    assertThat(client.out.last())
        .isEqualTo(new Message.Response(Id.of(8), new Result.Flag(true), null));
  }

  @Test
  void showsOneMessageInTenSeconds() {
    for (int i = 0; i < 100; i++) {
      client.say("{'id':null,'method':'client.show_message','params':['m" + i + "']}").pass(0.25);
    }

    assertThat(client.out.notices(SessionNotice.PoolMessage.class)).hasSize(3);
  }

  @Test
  void answersGetVersionAndPingByEchoingTheirIds() {
    client.say("{'id':'v','method':'client.get_version','params':[]}");
    assertThat(client.out.last())
        .isEqualTo(new Message.Response(new Id(null, "v"), new Result.Text("gruve/1"), null));
    client.say("{'id':42,'method':'mining.ping','params':[]}");
    assertThat(client.out.last())
        .isEqualTo(new Message.Response(Id.of(42), new Result.Text("pong"), null));
  }

  @Test
  void ignoresWhatNeedsNoAnswer() {
    int before = client.out.sent.size();
    client.say("{'id':null,'method':'mining.ping','params':[]}");
    client.say("{'id':5,'method':'mining.set_goal','params':['x']}");
    client.say("{'id':6,'method':'mining.capabilities','params':[]}");
    client.say("{'id':7,'method':'mining.subscribe','params':[]}");

    assertThat(client.out.sent).hasSize(before);
    assertThat(client.out.endings).isEmpty();
  }

  @Test
  void closesAfterTenUnreadableLinesInARow() {
    for (int i = 0; i < 9; i++) {
      client.say("{'id':1,'id':2}");
    }
    client.say("{'id':null,'method':'mining.ping'}");
    for (int i = 0; i < 9; i++) {
      client.say("nonsense");
    }
    assertThat(client.out.endings).isEmpty();
    client.say("nonsense");

    assertThat(client.ending()).isInstanceOf(Ending.Retry.class);
    assertThat(client.ending().reason()).contains("10 unreadable lines in a row");
  }

  @Test
  void endsWhereThePoolIsNone() {
    client.session.received(new Message.Unreadable(true, "A web server answers."), client.now);

    assertThat(client.out.endings).containsExactly(new Ending.NotStratum("A web server answers."));
  }

  @Test
  void retriesAfterALineThatIsTooLong() {
    client.session.received(new Message.Unreadable(false, "Too long."), client.now);

    assertThat(client.out.endings).containsExactly(new Ending.Retry("Too long."));
  }

  @Test
  void closesOnAStormOfMessages() {
    for (int i = 0; i < 10_000; i++) {
      client.say("{'id':null,'method':'mining.set_difficulty','params':[" + (i + 1) + "]}");
    }

    assertThat(client.out.endings)
        .containsExactly(new Ending.Retry("The pool sends more than 1000 messages a second."));
    assertThat(client.out.notices(SessionNotice.DifficultyChanged.class)).isEmpty();
  }

  @Test
  void takes900MessagesASecondForMinutes() {
    for (int i = 0; i < 90_000; i++) {
      client.now += Client.SECOND / 900;
      client.session.received(new Message.Ping(Id.NONE), client.now);
    }

    assertThat(client.out.endings).isEmpty();
  }

  @Test
  void doesNotTellEveryOddityOfAFlood() {
    for (int i = 0; i < 1000; i++) {
      client.say("nonsense").say("{'id':null,'method':'mining.ping'}");
    }

    assertThat(client.out.notices(SessionNotice.Oddity.class)).hasSize(10);
  }
}
