package org.gruve.practice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.Target;

/** The difficulty to send a client. */
final class ShareDifficulty {
  private static final MathContext READABLE = new MathContext(4, RoundingMode.HALF_UP);
  private static final MathContext EASIER = new MathContext(17, RoundingMode.DOWN);

  private ShareDifficulty() {}

  /** What is wanted, but never above the network's own: a client would throw blocks away. */
  static Difficulty of(double wanted, Target network) {
    BigDecimal most =
        new BigDecimal(Target.DIFFICULTY_1.value()).divide(new BigDecimal(network.value()), EASIER);
    return new Difficulty(new BigDecimal(wanted, READABLE).min(most));
  }
}
