package org.gruve.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gruve.core.block.TxOut;
import org.gruve.core.hash.Bytes;
import org.gruve.core.script.ScriptError;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptVerifier;
import org.gruve.core.script.SignatureChecks;
import org.gruve.core.script.SignatureVerifier;
import org.gruve.core.script.SpentTransaction;

/**
 * Runs the scripts of what transactions spend (Core: CheckInputScripts). An input is run where what
 * it spends is known; taproot, whose signatures sign all that a transaction spends, only where all
 * of that is.
 */
final class InputScripts {
  private static final TxOut UNKNOWN = new TxOut(0, Bytes.EMPTY);
  private static final int OP_1 = 0x51;

  private final SignatureVerifier signatures;

  InputScripts(SignatureVerifier signatures, Executor executor) {
    this.signatures = signatures;
  }

  /**
   * What came of it.
   *
   * @param verified how many inputs hold
   * @param failure the first that does not
   */
  record Outcome(int verified, Optional<Failure> failure) {}

  /** An input whose scripts do not hold. */
  record Failure(Spend spend, int input, ScriptError error) {}

  /** Runs all that can be run. */
  Outcome run(List<Spend> spends, ScriptFlags flags) {
    int verified = 0;
    for (Spend spend : spends) {
      SpentTransaction spent = spent(spend);
      for (int input : runnable(spend)) {
        ScriptError error =
            ScriptVerifier.verify(spent, input, flags, SignatureChecks.exact(signatures));
        if (error != ScriptError.OK) {
          return new Outcome(verified, Optional.of(new Failure(spend, input, error)));
        }
        verified++;
      }
    }
    return new Outcome(verified, Optional.empty());
  }

  private static SpentTransaction spent(Spend spend) {
    List<TxOut> outputs = new ArrayList<>(spend.coins().size());
    for (Coin coin : spend.coins()) {
      outputs.add(coin == null ? UNKNOWN : coin.output());
    }
    return new SpentTransaction(spend.transaction(), outputs);
  }

  private static List<Integer> runnable(Spend spend) {
    boolean all = spend.unknown() == 0;
    List<Integer> inputs = new ArrayList<>(spend.coins().size());
    for (int i = 0; i < spend.coins().size(); i++) {
      Coin coin = spend.coins().get(i);
      if (coin != null && (all || !isTaproot(coin.output().script()))) {
        inputs.add(i);
      }
    }
    return inputs;
  }

  private static boolean isTaproot(Bytes script) {
    return script.size() == 34 && script.at(0) == OP_1 && script.at(1) == 32;
  }
}
