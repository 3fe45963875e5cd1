package org.gruve.core.check;

import java.util.Random;
import org.gruve.core.block.CompactBits;

/** A practice chain raised without hashing: how long a block takes is drawn by lot. */
final class PracticeSimulation {
  private static final Network NETWORK = Network.PRACTICE;

  final TestChain chain = TestChain.of(NETWORK);
  private final Random random;
  private double clock = NETWORK.genesisHeader().time() + 86_400.0;

  PracticeSimulation(long seed) {
    random = new Random(seed);
  }

  void rest(double seconds) {
    clock += seconds;
  }

  /** Mines one block at a rate; returns the seconds that it took. */
  double mine(double hashesPerSecond) {
    double start = clock;
    double work = -Math.log(1 - random.nextDouble());
    while (true) {
      int time = time();
      int bits = ProofOfWork.getNextWorkRequired(NETWORK, chain, time);
      double mean = CompactBits.target(bits).orElseThrow().expectedHashes() / hashesPerSecond;
      double untilNextSecond = Math.floor(clock) + 1 - clock;
      if (work * mean <= untilNextSecond) {
        clock += work * mean;
        chain.add(time, bits);
        return clock - start;
      }
      work -= untilNextSecond / mean;
      clock += untilNextSecond;
    }
  }

  /** As a pool sets it: the clock's, or what the rules want at least. */
  private int time() {
    return (int) Math.max((long) clock, HeaderRules.medianTimePast(chain) + 1);
  }
}
