package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of a run and the rules of one header are the same rules. */
class RunBitsTest {
  private static final long SEED = 20261124;

  @ParameterizedTest
  @EnumSource(Network.class)
  void fromGenesisARunDemandsWhatEachHeaderMustHave(Network network) {
    compare(network, 0);
  }

  @ParameterizedTest
  @EnumSource(Network.class)
  void fromTheMiddleARunDemandsWhatCanBeKnown(Network network) {
    compare(network, 3 * network.pow().interval() / 2);
  }

  @ParameterizedTest
  @EnumSource(Network.class)
  void timesInAWindowHaveTheMedianOfTheLastEleven(Network network) {
    Random random = new Random(SEED);
    TestChain chain = TestChain.of(network);
    TimeWindow window = new TimeWindow();
    window.add(Integer.toUnsignedLong(chain.parent().time()));
    for (int i = 0; i < 500; i++) {
      assertThat(window.median()).isEqualTo(MedianTime.past(chain).orElseThrow());
      int time = chain.parent().time() + random.nextInt(-3, 5);
      chain.add(time, chain.parent().nbits());
      window.add(Integer.toUnsignedLong(time));
    }
  }

  private static void compare(Network network, int start) {
    Random random = new Random(SEED);
    PowRules pow = network.pow();
    TestChain chain = new TestChain(start, List.of());
    RunBits run = new RunBits(pow, OptionalInt.of(start));
    int time = network.genesisHeader().time();
    int nbits = network.genesisHeader().nbits() - 12345;
    int unknown = 0;
    for (int i = 0; i < 5 * pow.interval(); i++) {
      OptionalInt required = run.required(time, nbits);
      if (i > 0) {
        OptionalInt expected = ProofOfWork.nextWorkRequired(network, chain, time);
        assertThat(required)
            .as("seed %d, %s, header %d from %d", SEED, network, i, start)
            .isEqualTo(expected);
        unknown += expected.isEmpty() ? 1 : 0;
        nbits = expected.orElse(nbits);
      }
      chain.add(time, nbits);
      run.add(time, nbits);
      time += time(pow, random);
    }
    assertThat(unknown).isLessThanOrEqualTo(start == 0 ? 0 : pow.interval());
  }

  /** Near the spacing, sometimes so late that the next block must be an easy one. */
  private static int time(PowRules pow, Random random) {
    int late = random.nextInt(4) == 0 ? 3 * pow.spacing() + pow.minDifficulty().gap() : 0;
    return 1 + random.nextInt(pow.spacing()) + late;
  }
}
