package org.gruve.core.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

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
  private final class Piece implements Runnable {
    private final int number;
    private final List<ScriptBatch.Input> inputs;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<@Nullable FailedInput> failure = new CompletableFuture<>();

    Piece(int number, List<ScriptBatch.Input> inputs) {
      this.number = number;
      this.inputs = inputs;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        try {
          failure.complete(isPointless() ? null : verify());
        } catch (Throwable e) {
          // Thrown again by the thread that waits.
          failure.completeExceptionally(e);
        }
      }
    }

    private boolean isPointless() {
      return number > firstFailed.get();
    }

    private @Nullable FailedInput verify() {
      FailedInput failed = new ScriptBatch(inputs, flags, checks).firstFailure();
      if (failed != null) {
        firstFailed.accumulateAndGet(number, Math::min);
      }
      return failed;
    }
  }

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
          executor.execute(piece());
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
    if (!filling.isEmpty()) {
      piece();
    }
    Optional<FailedInput> first = first();
    return believed && checks.fault().isPresent() ? again().first() : first;
  }

  /** Nothing is asked any more; what was not begun is not run. */
  public void abandon() {
    firstFailed.set(ABANDONED);
  }

  private Piece piece() {
    Piece piece = new Piece(pieces.size(), filling);
    pieces.add(piece);
    filling = new ArrayList<>(BATCH);
    return piece;
  }

  private Optional<FailedInput> first() {
    pieces.forEach(Piece::run);
    return pieces.stream().map(piece -> piece.failure.join()).filter(Objects::nonNull).findFirst();
  }

  private ScriptQueue again() {
    ScriptQueue again = new ScriptQueue(checks, executor, flags);
    for (Piece piece : pieces) {
      again.filling = piece.inputs;
      executor.execute(again.piece());
    }
    return again;
  }
}
