package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.BlockScripts;
import org.gruve.core.script.FailedInput;
import org.gruve.core.script.ScriptError;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptQueue;
import org.gruve.core.script.SpentTransaction;
import org.gruve.core.script.SpotChecks;

/**
 * Runs the scripts of what transactions spend (Core: CheckInputScripts). An input is run where what
 * it spends is known; taproot, whose signatures sign all that a transaction spends, only where all
 * of that is.
 */
final class InputScripts {
  private static final TxOut UNKNOWN = new TxOut(0, Bytes.EMPTY);
  private static final int OP_1 = 0x51;

  private final BlockScripts scripts;

  InputScripts(SpotChecks signatures, Executor executor) {
    this.scripts = new BlockScripts(signatures, executor);
  }

  /**
   * What came of it.
   *
   * @param verified how many inputs hold, up to the first that does not
   * @param failure the first that does not
   */
  record Outcome(int verified, Optional<Failure> failure) {}

  /** An input whose scripts do not hold. */
  record Failure(Spend spend, int input, ScriptError error) {}

  /** What is run while more is found. */
  final class Running {
    private final ScriptQueue queue;
    private final List<Spend> spends = new ArrayList<>();

    private Running(ScriptFlags flags) {
      this.queue = scripts.begin(flags);
    }

    /** Runs all of it that can be run. */
    void add(Spend spend) {
      queue.add(spent(spend), spends.size(), input -> canRun(spend, input));
      spends.add(spend);
    }

    /** Runs no more. */
    void abandon() {
      queue.abandon();
    }

    /** Waits until all has been run. */
    Outcome outcome() {
      Optional<FailedInput> first = queue.firstFailure();
      int verified = 0;
      for (int i = 0; i < spends.size(); i++) {
        for (int input = 0; input < spends.get(i).coins().size(); input++) {
          if (first.isPresent() && first.get().transaction() == i && first.get().input() == input) {
            Failure failure = new Failure(spends.get(i), input, first.get().error());
            return new Outcome(verified, Optional.of(failure));
          }
          verified += canRun(spends.get(i), input) ? 1 : 0;
        }
      }
      return new Outcome(verified, Optional.empty());
    }
  }

  /** Begins with nothing. */
  Running begin(ScriptFlags flags) {
    return new Running(flags);
  }

  /** Runs all that can be run. */
  Outcome run(Spend spend, ScriptFlags flags) {
    Running running = begin(flags);
    running.add(spend);
    return running.outcome();
  }

  /** Whether a transaction may spend an output that is not in any block (signet's solution). */
  boolean holds(SpentTransaction transaction, ScriptFlags flags) {
    return scripts.firstFailure(List.of(transaction), flags).isEmpty();
  }

  private static SpentTransaction spent(Spend spend) {
    List<TxOut> outputs = new ArrayList<>(spend.coins().size());
    for (Coin coin : spend.coins()) {
      outputs.add(coin == null ? UNKNOWN : coin.output());
    }
    return new SpentTransaction(spend.transaction(), outputs);
  }

  private static boolean canRun(Spend spend, int input) {
    Coin coin = spend.coins().get(input);
    return coin != null && (spend.unknown() == 0 || !isTaproot(coin.output().script()));
  }

  private static boolean isTaproot(Bytes script) {
    return script.size() == 34 && script.at(0) == OP_1 && script.at(1) == 32;
  }
}
