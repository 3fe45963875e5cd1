package org.gruve.stratum.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pool that refuses share after share is left. */
final class RejectionsTest {
  private static final String NO = "'error':[20,'Wrong colour',null]";
  private static final String STALE = "'error':[21,'Job not found',null]";
  private static final String YES = "'result':true";

  private final Client client = Client.live().notify("job", true);
  private int nonce;

  @Test
  void leavesAfterTenInARow() {
    answered(NO, 9);
    assertThat(client.out.endings).isEmpty();
    answered(NO, 1);
    assertThat(client.ending())
        .isEqualTo(
            new Ending.Leave("The pool refused 10 shares in a row; of the last: Wrong colour."));
  }

  @Test
  void anAcceptedOneBeginsTheCountAnew() {
    answered(NO, 9);
    answered(YES, 1);
    answered(NO, 9);
    assertThat(client.out.endings).isEmpty();
  }

  @Test
  void countsNoStaleOneSoonAfterAJob() {
    answered(STALE, 20);
    assertThat(client.out.endings).isEmpty();
    client.pass(11);
    answered(STALE, 10);
    assertThat(client.ending()).isInstanceOf(Ending.Leave.class);
  }

  private void answered(String answer, int times) {
    for (int i = 0; i < times; i++) {
      client.submit(Shares.of(client.out.job(), 1, nonce++)).answer(answer);
    }
  }
}
