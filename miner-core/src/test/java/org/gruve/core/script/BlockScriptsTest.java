package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class BlockScriptsTest {
  private static final long SEED = 20261128;
  private static final ScriptFlags FLAGS = ScriptFlags.of(ScriptFlag.P2SH);
  private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

  private final List<SpentTransaction> spends = RealSpends.mainnet300025();

  @AfterAll
  static void endThreads() {
    POOL.close();
  }

  @Test
  void passesARealBlockOnAnyExecutor() {
    FakeVerifier backend = FakeVerifier.honest();
    for (Executor executor : List.<Executor>of(Runnable::run, POOL, _ -> {})) {
      assertThat(firstFailure(spends, backend, executor)).isEmpty();
    }
    int inputs = spends.stream().mapToInt(spent -> spent.spentOutputs().size()).sum();
    assertThat(inputs).isEqualTo(1_427);
    assertThat(backend.asked().get()).isLessThan(inputs);
  }

  @Test
  void passesABlockWithoutInputs() {
    assertThat(firstFailure(List.of(), FakeVerifier.failing(), POOL)).isEmpty();
  }

  @Test
  void namesTheFirstInputThatFails() {
    int last = spends.size() - 1;
    List<SpentTransaction> forged = RealSpends.withForged(spends, last);
    assertThat(firstFailure(forged, FakeVerifier.honest(), POOL))
        .contains(new FailedInput(last, 0, ScriptError.EVAL_FALSE));
    List<SpentTransaction> twice = RealSpends.withForged(forged, last / 2);
    assertThat(firstFailure(twice, FakeVerifier.honest(), POOL))
        .contains(new FailedInput(last / 2, 0, ScriptError.EVAL_FALSE));
  }

  @Test
  void isNotFooledByABackendThatAcceptsEverything() {
    List<SpentTransaction> forged = RealSpends.withForged(spends, 7);
    assertThat(firstFailure(forged, FakeVerifier.acceptingAll(), POOL))
        .contains(new FailedInput(7, 0, ScriptError.EVAL_FALSE));
  }

  @Test
  void doesAgainWhatALiarHadSaidBeforeItWasFoundOut() {
    List<SpentTransaction> forged = RealSpends.withForged(spends, 0);
    AtomicInteger calls = new AtomicInteger();
    FakeVerifier late =
        FakeVerifier.saying(
            answers -> {
              answers.set(0, calls.incrementAndGet() <= 3 ? 63 : 10_000);
              return answers;
            });
    SpotChecks checks = SpotChecks.of(late, new Random(SEED));
    Optional<FailedInput> first = new BlockScripts(checks, POOL).firstFailure(forged, FLAGS);
    assertThat(checks.fault()).isPresent();
    assertThat(first).contains(new FailedInput(0, 0, ScriptError.EVAL_FALSE));
  }

  @Test
  void isNotStoppedByABackendThatRefusesEverything() {
    assertThat(firstFailure(spends, FakeVerifier.refusingAll(), POOL)).isEmpty();
  }

  @Test
  void isNotStoppedByABackendThatFails() {
    assertThat(firstFailure(spends, FakeVerifier.failing(), POOL)).isEmpty();
  }

  @Test
  void tellsWhereItsThreadsAreGone() {
    Executor gone =
        _ -> {
          throw new RejectedExecutionException("shut down");
        };
    assertThatThrownBy(() -> firstFailure(spends, FakeVerifier.honest(), gone))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void runsOnAThreadOfItsOwnExecutor() throws Exception {
    try (ExecutorService single = Executors.newSingleThreadExecutor()) {
      assertThat(single.submit(() -> firstFailure(spends, FakeVerifier.honest(), single)).get())
          .isEmpty();
    }
  }

  private static Optional<FailedInput> firstFailure(
      List<SpentTransaction> spends, SignatureVerifier backend, Executor executor) {
    SpotChecks checks = SpotChecks.of(backend, new Random(SEED));
    return new BlockScripts(checks, executor).firstFailure(spends, FLAGS);
  }
}
