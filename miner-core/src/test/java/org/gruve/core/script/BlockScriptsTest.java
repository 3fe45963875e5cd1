package org.gruve.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gruve.core.hash.Bytes;
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
    // One thread, so that chance strikes where it did before.
    BlockScripts scripts = new BlockScripts(checks, Runnable::run);
    Optional<FailedInput> first = scripts.firstFailure(forged, FLAGS);
    assertThat(checks.fault()).isPresent();
    assertThat(first).contains(new FailedInput(0, 0, ScriptError.EVAL_FALSE));
  }

  @Test
  void isNotStoppedByABackendThatRefusesEverything() {
    assertThat(firstFailure(spends, FakeVerifier.refusingAll(), POOL)).isEmpty();
  }

  /** What a wrong refusal decides is asked again, even where it lets a script pass. */
  @Test
  void isNotFooledByARefusalThatMakesAMultisigFail() throws IOException {
    SigningKey key = SigningKey.of(1);
    ByteArrayOutputStream lock = new ByteArrayOutputStream();
    lock.write(Op.OP_1);
    lock.write(ScriptCode.pushOf(new byte[33]));
    lock.write(ScriptCode.pushOf(key.compressed()));
    lock.write(new byte[] {Op.OP_1 + 1, (byte) Op.OP_CHECKMULTISIG, (byte) Op.OP_NOT});
    Bytes output = Bytes.of(lock.toByteArray());
    SpentTransaction bare = TestSpend.of(Bytes.EMPTY, List.of(), output, 1);
    byte[] hash =
        new EcdsaSighash(bare, 0).hash(output.toArray(), SighashType.ALL, SigVersion.BASE);
    byte[] der = key.ecdsa(hash);
    byte[] signature = Arrays.copyOf(der, der.length + 1);
    signature[der.length] = SighashType.ALL;
    Bytes unlock = Bytes.of(new byte[1]).then(Bytes.of(ScriptCode.pushOf(signature)));
    List<SpentTransaction> spend = List.of(TestSpend.of(unlock, List.of(), output, 1));
    assertThat(firstFailure(spend, FakeVerifier.honest(), POOL))
        .contains(new FailedInput(0, 0, ScriptError.EVAL_FALSE));
    assertThat(firstFailure(spend, FakeVerifier.refusingAll(), POOL))
        .contains(new FailedInput(0, 0, ScriptError.EVAL_FALSE));
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
