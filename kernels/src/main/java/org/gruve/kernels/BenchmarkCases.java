package org.gruve.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Target;
import org.gruve.core.mine.Searcher;
import org.gruve.core.work.Candidate;
import org.gruve.core.work.Work;

/**
 * What a device must find in the layout that is measured: the nonces of real blocks, and all hits
 * of random windows.
 */
final class BenchmarkCases {
  /** Many, so that a device takes them as it takes the work that is measured. */
  private static final int VERSIONS = 256;

  private static final int POINTS = 8192;
  private static final int WINDOWS = 6;

  /** Odd, so that batches begin and end anywhere. */
  private static final int BATCH = 1021;

  private static final long SEED = 0x62656e6368L;

  private final List<Case> cases = new ArrayList<>();

  private record Case(SelfTestCase test, Set<Candidate> hits, boolean golden) {}

  /**
   * What a device found.
   *
   * @param failure the first wrong answer in one sentence, or empty
   */
  record Answers(int goldenExpected, int goldenFound, Optional<String> failure) {
    Answers plus(Answers other) {
      return new Answers(
          goldenExpected + other.goldenExpected,
          goldenFound + other.goldenFound,
          failure.or(other::failure));
    }
  }

  BenchmarkCases(Layout layout) {
    RealHeaders.all().forEach(header -> cases.add(golden(layout, header)));
    Random random = new Random(SEED);
    for (int i = 0; i < WINDOWS; i++) {
      cases.add(window(layout, random, i));
    }
  }

  /** Asks for all of them on the calling thread, or until it is to stop. */
  Answers ask(Searcher searcher, BooleanSupplier stopping) {
    Answers answers = new Answers(0, 0, Optional.empty());
    for (Case one : cases) {
      if (stopping.getAsBoolean()) {
        return answers;
      }
      Optional<String> failure = KnownAnswers.failureOf(searcher, one.test(), one.hits(), BATCH);
      int found = one.golden() && failure.isEmpty() ? 1 : 0;
      answers = answers.plus(new Answers(one.golden() ? 1 : 0, found, failure));
    }
    return answers;
  }

  private static Case golden(Layout layout, BlockHeader header) {
    var versions = layout.around(header.version(), VERSIONS);
    NonceRange nonces = NonceRange.around(header.nonce(), POINTS / versions.count());
    Work work = SelfTestCase.work(header, versions, Target.DIFFICULTY_1, nonces);
    var test = new SelfTestCase("the points around the real block " + header.hash(), work);
    return new Case(test, Set.of(new Candidate(work, header.version(), header.nonce())), true);
  }

  /** One in 4 to one in 128 points hits. */
  private static Case window(Layout layout, Random random, int number) {
    BlockHeader header = SelfTestCases.randomHeader(random);
    var versions = layout.around(random.nextInt(), VERSIONS);
    NonceRange nonces = NonceRange.around(random.nextInt(), POINTS / versions.count() + number);
    Work work = SelfTestCase.work(header, versions, SelfTestCases.target(2 + number), nonces);
    var test = new SelfTestCase("random window " + number, work);
    return new Case(test, test.hits(), false);
  }
}
