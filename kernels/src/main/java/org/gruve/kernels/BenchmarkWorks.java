package org.gruve.kernels;

import java.util.Random;
import org.gruve.core.block.Target;
import org.gruve.core.work.Work;

/** Work without end for one worker, the same in every run. */
final class BenchmarkWorks {
  /** What pools send where no bit is rolled. */
  private static final int VERSION = 0x20000000;

  private final Layout layout;
  private final Target target;
  private final Random random;

  BenchmarkWorks(Layout layout, Target target, int worker) {
    this.layout = layout;
    this.target = target;
    this.random = new Random(worker);
  }

  /** The next: all that one merkle root allows. */
  Work next() {
    return SelfTestCase.work(
        SelfTestCases.randomHeader(random), layout.all(VERSION), target, NonceRange.all());
  }
}
