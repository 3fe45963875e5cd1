package org.gruve.core.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of all inputs of a block, on all cores (Core: CheckInputScripts and its queue). Any
 * thread, many at once.
 */
public final class BlockScripts {
  /** Few enough that one large transaction is for all cores, enough for a batch of signatures. */
  private static final int BATCH = 64;

  private final SpotChecks checks;
  private final Executor executor;

  /**
   * Inputs are verified on the calling thread and on what threads {@code executor} offers, which
   * may be none.
   */
  public BlockScripts(SpotChecks checks, Executor executor) {
    this.checks = checks;
    this.executor = executor;
  }

  /**
   * The first input, in order, that may not spend its output. Where the backend of signatures is
   * found out meanwhile, all is done again without it.
   *
   * @param transactions none of them a coinbase
   */
  public Optional<FailedInput> firstFailure(
      List<SpentTransaction> transactions, ScriptFlags flags) {
    return firstFailure(transactions, (_, _) -> true, flags);
  }

  /** The same, of some of the inputs. */
  public Optional<FailedInput> firstFailure(
      List<SpentTransaction> transactions, Selection selection, ScriptFlags flags) {
    List<ScriptBatch.Input> inputs = inputs(transactions, selection);
    boolean believed = checks.fault().isEmpty();
    Optional<FailedInput> first = run(inputs, flags);
    return believed && checks.fault().isPresent() ? run(inputs, flags) : first;
  }

  /** Which inputs are run. */
  @FunctionalInterface
  public interface Selection {
    /** Whether an input of a transaction is, by their indexes. */
    boolean has(int transaction, int input);
  }

  private static List<ScriptBatch.Input> inputs(
      List<SpentTransaction> transactions, Selection selection) {
    List<ScriptBatch.Input> inputs = new ArrayList<>();
    for (int i = 0; i < transactions.size(); i++) {
      SpentTransaction spent = transactions.get(i);
      for (int j = 0; j < spent.spentOutputs().size(); j++) {
        if (selection.has(i, j)) {
          inputs.add(new ScriptBatch.Input(spent, i, j));
        }
      }
    }
    return inputs;
  }

  private Optional<FailedInput> run(List<ScriptBatch.Input> inputs, ScriptFlags flags) {
    AtomicReference<@Nullable Found> first = new AtomicReference<>();
    int batches = Math.ceilDiv(inputs.size(), BATCH);
    SharedWork.run(
        batches,
        executor,
        batch -> {
          Found found = first.get();
          if (found == null || batch < found.batch) {
            int end = Math.min(inputs.size(), (batch + 1) * BATCH);
            List<ScriptBatch.Input> some = inputs.subList(batch * BATCH, end);
            FailedInput failed = new ScriptBatch(some, flags, checks).firstFailure();
            if (failed != null) {
              first.accumulateAndGet(new Found(batch, failed), BlockScripts::earlier);
            }
          }
        });
    return Optional.ofNullable(first.get()).map(Found::failed);
  }

  /** In which batch an input fails. */
  private record Found(int batch, FailedInput failed) {}

  private static Found earlier(@Nullable Found old, Found found) {
    return old == null || found.batch < old.batch ? found : old;
  }
}
