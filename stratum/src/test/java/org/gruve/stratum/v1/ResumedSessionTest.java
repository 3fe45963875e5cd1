package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gruve.core.work.Share;
import org.gruve.core.work.ShareResult;
import org.gruve.core.work.ShareResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that takes up another's shares. */
final class ResumedSessionTest {
  private final Client lost = Client.live().notify("job", true);
  private final Share share = Shares.of(lost.out.job(), 1, 1);
  private final Client next = Client.live();

  @Test
  void handsOutWhatHasNoAnswerOnce() {
    lost.submit(share);
    assertThat(lost.session.surrender()).containsExactly(share);
    lost.session.disconnected(lost.now);
    assertThat(lost.out.results).isEmpty();
    assertThat(lost.session.surrender()).isEmpty();
  }

  @Test
  void resumesOnlyWithTheSameExtranonce() {
    assertThat(next.session.resumes(lost.session)).isTrue();
    Client other = new Client().connect();
    assertThat(other.session.resumes(lost.session)).isFalse();
    other.say("{'id':1,'result':{}}");
    other.say("{'id':2,'result':[[['mining.notify','s1']],'f8a1d721',8],'error':null}");
    assertThat(other.session.resumes(lost.session)).isFalse();
  }

  @Test
  void sendsItWithItsOwnJobId() {
    resume().session.submitAgain(share, next.now);
    Message.Submit submit = next.out.sent(Message.Submit.class).getLast();
    assertThat(submit.job()).isEqualTo(JobId.of("job"));
    assertThat(submit.nonce()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'result':true | ACCEPTED",
        "'error':[22,'Duplicate share',null] | ACCEPTED",
        "'error':[21,'Job not found',null] | UNANSWERED",
        "'error':[20,'Malformed',null] | REJECTED"
      })
  void readsTheAnswerToASecondSending(String answer, Outcome outcome) {
    resume().session.submitAgain(share, next.now);
    next.answer(answer).answer(answer);
    assertThat(next.out.results).extracting(ShareResult::outcome).containsExactly(outcome);
  }

  @Test
  void callsWhatIsSentForTheFirstTimeByItsName() {
    resume().submit(share).answer("'error':[22,'Duplicate share',null]");
    assertThat(next.out.result().outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void keepsJobsThroughACleanOneOnTheSameParentOnly() {
    resume().notify("new", true);
    assertThat(next.session.knows(share.job())).isTrue();
    next.notify("newer", Client.OTHER_PARENT, "20000000", true);
    assertThat(next.session.knows(share.job())).isFalse();
    next.submit(share);
    assertThat(next.out.result().outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void dropsAJobWhoseIdGotAnotherMeaning() {
    resume().notify("job", Client.PARENT, "20000004", true);
    next.session.submitAgain(share, next.now);
    assertThat(next.out.sent(Message.Submit.class)).isEmpty();
    assertThat(next.out.result().outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void sendsNoShareThreeTimes() {
    resume().session.submitAgain(share, next.now);
    assertThat(next.session.surrender()).isEmpty();
    next.session.disconnected(next.now);
    assertThat(next.out.result().outcome()).isEqualTo(Outcome.UNANSWERED);
  }

  @Test
  void passesInheritedJobsOn() {
    resume().submit(share);
    assertThat(next.session.surrender()).isEqualTo(List.of(share));
    Client third = Client.live();
    third.session.adopt(next.session);
    assertThat(third.session.knows(share.job())).isTrue();
  }

  private Client resume() {
    next.session.adopt(lost.session);
    return next;
  }
}
