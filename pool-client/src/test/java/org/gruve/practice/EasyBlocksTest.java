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
  private static final int LIMIT = Network.PRACTICE.pow().limitBits();

  /** A chain whose next block is hard, since its first interval took no time. */
  private static PracticeChain raised(long now) throws IOException {
    PracticeChain chain = PracticeChain.temporary();
    while (chain.height() < 15) {
      Block block = TestChains.mine(chain.state(), now);
      assertThat(chain.append(block, now).isValid()).isTrue();
    }
    return chain;
  }

  @Test
  void givesAnEasyJobRightWhenTheRuleAllowsIt() throws IOException {
    // When manual timers begin.
    long now = 1767225600;
    try (PoolRig rig = new PoolRig(raised(now));
        WireClient client = rig.client()) {
      WireJob hard = client.begin();
      assertThat(hard.nbits()).isNotEqualTo(LIMIT);
      long tip = rig.chain.header(15).time();
      rig.pass(Duration.ofSeconds(tip + 20 - now));
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
      assertThat(rig.chain.height()).isEqualTo(16);
    }
  }
}
