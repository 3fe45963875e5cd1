package org.gruve.core.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some inputs whose signatures are verified together: scripts run as if all signatures held, then
 * the signatures are verified, and each input that failed, or of which a signature did not hold, is
 * run again with the reference at every step. So an input passes only by signatures that hold, and
 * fails only by what the reference says.
 */
final class ScriptBatch {
  /** One input, in the order of the block. */
  record Input(SpentTransaction spent, int transaction, int index) {
    ScriptError verify(ScriptFlags flags, SignatureChecks checks) {
      return ScriptVerifier.verify(spent, index, flags, checks);
    }

    FailedInput failed(ScriptError error) {
      return new FailedInput(transaction, index, error);
    }
  }

  private final List<Input> inputs;
  private final ScriptFlags flags;
  private final SpotChecks checks;
  private final SignatureRows rows = new SignatureRows(128);

  ScriptBatch(List<Input> inputs, ScriptFlags flags, SpotChecks checks) {
    this.inputs = inputs;
    this.flags = flags;
    this.checks = checks;
  }

  /** The first input that fails, or null. */
  @Nullable FailedInput firstFailure() {
    for (Input input : doubtful()) {
      ScriptError error = input.verify(flags, SignatureChecks.exact(checks.reference()));
      if (error != ScriptError.OK) {
        return input.failed(error);
      }
    }
    return null;
  }

  private List<Input> doubtful() {
    BitSet failed = new BitSet();
    int[] ends = new int[inputs.size()];
    for (int i = 0; i < ends.length; i++) {
      DeferringChecks deferring = new DeferringChecks(rows, new ExactChecks(checks));
      boolean holds = inputs.get(i).verify(flags, deferring) == ScriptError.OK;
      failed.set(i, !holds || deferring.isDoubtful());
      ends[i] = rows.count();
    }
    BitSet good = checks.verify(rows);
    List<Input> doubtful = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < ends.length; i++) {
      if (failed.get(i) || good.nextClearBit(begin) < ends[i]) {
        doubtful.add(inputs.get(i));
      }
      begin = ends[i];
    }
    return doubtful;
  }
}
