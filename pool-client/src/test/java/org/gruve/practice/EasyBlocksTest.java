package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.gruve.core.block.Block;
import org.gruve.core.check.Network;
import org.gruve.practice.WireClient.WireJob;
import org.junit.jupiter.api.Test;

/** The moment from which on a block after a hard one may be an easy one. */
class EasyBlocksTest {
  /** When manual timers begin, in seconds. */
  private static final long START = 1767225600;

  private static final int LIMIT = Network.PRACTICE.pow().limitBits();

  /** A chain whose next block is hard, since its last interval took no time. */
  private static PracticeChain raised(long now) throws IOException {
    PracticeChain chain = PracticeChain.temporary();
    while (Templates.next(chain.state(), now, 0).header().nbits() == LIMIT) {
      Block block = TestChains.mine(chain.state(), now);
      assertThat(chain.append(block, now).isValid()).isTrue();
    }
    return chain;
  }

  @Test
  void givesAnEasyJobRightWhenTheRuleAllowsIt() throws IOException {
    expectsAnEasyJobAfter20Seconds(raised(START));
  }

  @Test
  void doesSoWhereTheChainWasRaisedByAClockThatWasADayAhead() throws IOException {
    expectsAnEasyJobAfter20Seconds(raised(START + 86_400));
  }

  private static void expectsAnEasyJobAfter20Seconds(PracticeChain chain) throws IOException {
    try (PoolRig rig = new PoolRig(chain);
        WireClient client = rig.client()) {
      WireJob hard = client.begin();
      assertThat(hard.nbits()).isNotEqualTo(LIMIT);
      int height = chain.height();
      long tip = chain.header(height).time();
      rig.pass(Duration.ofSeconds(20));
      WireJob still = client.nextJob();
      assertThat(still.nbits()).isEqualTo(hard.nbits());
      rig.pass(Duration.ofSeconds(1));
      WireJob easy = client.nextJob();
      while (easy.nbits() != LIMIT) {
        easy = client.nextJob();
      }
      assertThat((long) easy.time()).isEqualTo(tip + 21);
      assertThat(easy.clean()).isFalse();
      assertThat(client.submit(easy, "00000001", easy.block("00000001", 0x20000000), "00000000"))
          .isZero();
      assertThat(chain.height()).isEqualTo(height + 1);
    }
  }
}
