package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.gruve.core.block.Difficulty;
import org.gruve.core.hash.Bytes;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSubmitTest {
  private final Client client = Client.live().notify("job", true);

  private Share share(int nonce) {
    return Shares.of(client.out.job(), 1, nonce);
  }

  @Test
  void submitsWhatTheShareSays() {
    client.submit(Shares.of(client.out.job(), 0x0102, -1, 0x20002000));

    assertThat(client.out.last())
        .isEqualTo(
            new Message.Submit(
                Id.of(5),
                "user.1",
                JobId.of("job"),
                Bytes.ofHex("00000102"),
                0x6b02b894,
                -1,
                0x2000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':true | ACCEPTED | ``",
        "'result':'OK','error':false | ACCEPTED | ``",
        "'result':false | REJECTED | refused without a reason",
        "'error':[21,'Job not found',null] | STALE | Job not found",
        "'result':false,'reject-reason':'Stale' | STALE | Stale",
        "'error':[22,'Duplicate share',null] | REJECTED | Duplicate share",
        "'error':[20] | REJECTED | error 20"
      })
  void tellsHowAShareEnded(String answer, Outcome outcome, String reason) {
    client.submit(share(1)).pass(0.5).answer(answer).answer(answer);

    assertThat(client.out.results)
        .containsExactly(new ShareResult(share(1), outcome, reason, Client.SECOND / 2));
    assertThat(client.session.pending()).isZero();
    assertThat(client.out.endings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"24,Unauthorized worker", "25,Not subscribed", "20,Unauthorized worker"})
  void logsInAnewWhereThePoolForgotUs(int code, String words) {
    client.submit(share(1)).submit(share(2));
    client.answer("'error':[" + code + ",'" + words + "',null]");

    assertThat(client.ending()).isInstanceOf(Ending.Retry.class);
    assertThat(client.ending().reason()).contains(words);
    client.session.disconnected(client.now);
    assertThat(client.out.results)
        .extracting(ShareResult::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.UNANSWERED);
  }

  @Test
  void callsALowDifficultyStaleWhereThePoolRaisedItSince() {
    client.submit(share(1)).answer("'error':[23,'Low difficulty share',null]");
    assertThat(client.out.result().outcome())
        .as("the hash of this share does not meet difficulty 1 anyway")
        .isEqualTo(Outcome.STALE);

    client.say("{'id':null,'method':'mining.set_difficulty','params':[1e-10]}").submit(share(2));
    client.answer("'error':[23,'Low difficulty share',null]");
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void callsARolledVersionStaleWhereTheMaskChangedOnItsWay() {
    client.submit(Shares.of(client.out.job(), 1, 1, 0x20008000));
    client.submit(Shares.of(client.out.job(), 1, 1, 0x20004000));
    client.say("{'id':null,'method':'mining.set_version_mask','params':['00006000']}");
    client.say("{'id':5,'result':null,'error':[20,'Version bits outside the mask',null]}");
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.STALE);

    client.say("{'id':6,'result':null,'error':[20,'Something else',null]}");
    assertThat(client.out.result().outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void dropsADuplicateWithoutCallingItAccepted() {
    client.submit(share(1)).submit(share(1));

    assertThat(client.out.sent(Message.Submit.class)).hasSize(1);
    assertThat(client.out.results)
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.REJECTED));
  }

  @Test
  void givesUpAnAnswerAfter60Seconds() {
    client.submit(share(1)).pass(59).notify("next", false).submit(share(2));
    assertThat(client.out.results).isEmpty();
    client.pass(2);

    assertThat(client.out.results)
        .containsExactly(
            new ShareResult(
                Shares.of(client.out.jobs.getFirst(), 1, 1),
                Outcome.UNANSWERED,
                "no answer in 60 s",
                61 * Client.SECOND));
    assertThat(client.session.pending()).isEqualTo(1);
  }

  @Test
  void capsItsSubmitRateAndStillEndsEachShare() {
    for (int i = 0; i < 200; i++) {
      client.submit(share(i));
    }
    assertThat(client.out.sent(Message.Submit.class)).hasSize(50);
    assertThat(client.out.results)
        .hasSize(150)
        .allMatch(result -> result.outcome() == Outcome.UNANSWERED);
    client.pass(1);
    for (int i = 200; i < 300; i++) {
      client.submit(share(i));
    }
    assertThat(client.out.sent(Message.Submit.class)).hasSize(100);
  }

  @Test
  void letsABlockPassWhereSharesAreCapped() {
    client.say(
        "{'id':null,'method':'mining.notify','params':['easy','%s','%s','%s',[],'20000000','207fffff','6b02b894',true]}"
            .formatted(Client.PARENT, Client.COINB1, Client.COINB2));
    int nonce = 0;
    while (client.out.results.isEmpty()) {
      client.submit(share(nonce++));
    }

    assertThat(client.out.sent(Message.Submit.class)).hasSize(100);
  }

  @Test
  void boundsTheSharesThatWait() {
    for (int i = 0; i < 1200; i++) {
      client.pass(0.03).submit(share(i));
    }
    assertThat(client.session.pending()).isEqualTo(1000);
    assertThat(client.out.results).hasSize(200);
  }

  @Test
  void endsAllThatWaitWhenTheConnectionIsLost() {
    client.submit(share(1)).submit(share(2));
    client.session.disconnected(client.now);
    client.session.disconnected(client.now);
    client.submit(share(3));

    assertThat(client.out.results)
        .hasSize(3)
        .allMatch(result -> result.outcome() == Outcome.UNANSWERED);
  }

  @Test
  void keepsItsTargetForAJobWhenTheDifficultyFalls() {
    Difficulty easy = Difficulty.parse("1e-10");
    client.say("{'id':null,'method':'mining.set_difficulty','params':[" + easy + "]}");

    assertThat(share(1).job().shareTarget()).isEqualTo(Difficulty.parse("1").target());
  }
}
