package org.gruve.core.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Inputs whose scripts are run on other threads while more inputs are still being found (Core:
 * CCheckQueueControl). One thread adds and asks for the end; whatever no other thread has begun by
 * then, it runs itself, so it may stand on the executor that helps it.
 */
public final class ScriptQueue {
  /** Few enough that one large transaction is for all cores, enough for a batch of signatures. */
  private static final int BATCH = 64;

  private static final int ABANDONED = -1;

  private final SpotChecks checks;
  private final Executor executor;
  private final ScriptFlags flags;
  private final boolean believed;
  private final List<Piece> pieces = new ArrayList<>();
  private final AtomicInteger firstFailed = new AtomicInteger(Integer.MAX_VALUE);
  private List<ScriptBatch.Input> filling = new ArrayList<>(BATCH);

  ScriptQueue(SpotChecks checks, Executor executor, ScriptFlags flags) {
    this.checks = checks;
    this.executor = executor;
    this.flags = flags;
    this.believed = checks.fault().isEmpty();
  }

  /** Inputs that are run together, by whoever comes first. */
  private record Piece(List<ScriptBatch.Input> inputs, Beside<Optional<FailedInput>> failure) {}

  /**
   * Adds inputs of one transaction that is no coinbase.
   *
   * @param transaction how {@link FailedInput} names it
   * @param selection which of its inputs are run
   */
  public void add(SpentTransaction spent, int transaction, IntPredicate selection) {
    for (int input = 0; input < spent.spentOutputs().size(); input++) {
      if (selection.test(input)) {
        filling.add(new ScriptBatch.Input(spent, transaction, input));
        if (filling.size() == BATCH) {
          begin(filling);
          filling = new ArrayList<>(BATCH);
        }
      }
    }
  }

  /**
   * The first input, in the order in which they were added, that may not spend its output. Where
   * the backend of signatures is found out meanwhile, all is done again without it.
   * CompletionException if a thread could not do its part.
   */
  public Optional<FailedInput> firstFailure() {
    begin(filling);
    Optional<FailedInput> first = first();
    return believed && checks.fault().isPresent() ? again().first() : first;
  }

  /** Nothing is asked any more; what was not begun is not run. */
  public void abandon() {
    firstFailed.set(ABANDONED);
  }

  private void begin(List<ScriptBatch.Input> inputs) {
    int number = pieces.size();
    pieces.add(new Piece(inputs, Beside.begin(executor, () -> failure(number, inputs))));
  }

  private Optional<FailedInput> failure(int number, List<ScriptBatch.Input> inputs) {
    if (number > firstFailed.get()) {
      return Optional.empty(); // Nobody asks any more.
    }
    Optional<FailedInput> failed =
        Optional.ofNullable(new ScriptBatch(inputs, flags, checks).firstFailure());
    failed.ifPresent(_ -> firstFailed.accumulateAndGet(number, Math::min));
    return failed;
  }

  private Optional<FailedInput> first() {
    pieces.forEach(piece -> piece.failure().help());
    return pieces.stream().flatMap(piece -> piece.failure().answer().stream()).findFirst();
  }

  private ScriptQueue again() {
    ScriptQueue again = new ScriptQueue(checks, executor, flags);
    pieces.forEach(piece -> again.begin(piece.inputs()));
    return again;
  }
}
