package org.gruve.core.script;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The scripts of all inputs of a block, on all cores (Core: CheckInputScripts and its queue). Any
 * thread, many at once.
 */
public final class BlockScripts {
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

  /** Begins with nothing; other threads run what is added while more is. */
  public ScriptQueue begin(ScriptFlags flags) {
    return new ScriptQueue(checks, executor, flags);
  }

  /**
   * The first input, in order, that may not spend its output.
   *
   * @param transactions none of them a coinbase
   */
  public Optional<FailedInput> firstFailure(
      List<SpentTransaction> transactions, ScriptFlags flags) {
    ScriptQueue queue = begin(flags);
    for (int i = 0; i < transactions.size(); i++) {
      queue.add(transactions.get(i), i, _ -> true);
    }
    return queue.firstFailure();
  }
}
