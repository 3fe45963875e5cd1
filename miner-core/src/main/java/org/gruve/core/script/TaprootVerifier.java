package org.gruve.core.script;

import java.util.List;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Sha256d;
import org.jspecify.annotations.Nullable;

/** Whether a witness spends a taproot output, by its key or by a script (BIP341). */
final class TaprootVerifier {
  private static final int ANNEX_TAG = 0x50;
  private static final int TAPSCRIPT_LEAF = 0xc0;
  private static final long WEIGHT_OFFSET = 50;

  private final InputChecker checker;
  private final byte[] outputKey;
  private final List<Bytes> witness;
  private final byte @Nullable [] annexHash;
  private final int size;

  TaprootVerifier(InputChecker checker, byte[] outputKey, List<Bytes> witness) {
    this.checker = checker;
    this.outputKey = outputKey;
    this.witness = witness;
    boolean annex = hasAnnex(witness);
    annexHash = annex ? annexHash(witness.getLast()) : null;
    size = annex ? witness.size() - 1 : witness.size();
  }

  void run() throws ScriptFailure {
    ScriptFailure.unless(size > 0, ScriptError.WITNESS_PROGRAM_WITNESS_EMPTY);
    if (size == 1) {
      ExecutionData data = ExecutionData.keyPath(annexHash);
      checker.checkSchnorr(witness.getFirst().toArray(), outputKey, data);
    } else {
      runScriptPath();
    }
  }

  private void runScriptPath() throws ScriptFailure {
    ControlBlock control = ControlBlock.of(witness.get(size - 1).toArray());
    byte[] script = witness.get(size - 2).toArray();
    byte[] leaf = control.leafHash(script);
    boolean committed =
        checker.checkTapTweak(
            outputKey, control.internalKey(), control.tweak(leaf), control.isOutputOdd());
    ScriptFailure.unless(committed, ScriptError.WITNESS_PROGRAM_MISMATCH);
    if (control.leafVersion() == TAPSCRIPT_LEAF) {
      ExecutionData data = ExecutionData.scriptPath(annexHash, leaf, weight());
      List<Bytes> stack = witness.subList(0, size - 2);
      WitnessVerifier.execute(checker, stack, script, SigVersion.TAPSCRIPT, data);
    } else {
      boolean free = !checker.flags().has(ScriptFlag.DISCOURAGE_UPGRADABLE_TAPROOT_VERSION);
      ScriptFailure.unless(free, ScriptError.DISCOURAGE_UPGRADABLE_TAPROOT_VERSION);
    }
  }

  /** How much the whole witness, its annex as well, allows for signatures (BIP342). */
  private long weight() {
    long total = WEIGHT_OFFSET + Preimage.sizeOfSize(witness.size());
    for (Bytes element : witness) {
      total += Preimage.sizeOf(element);
    }
    return total;
  }

  private static boolean hasAnnex(List<Bytes> witness) {
    if (witness.size() < 2) {
      return false;
    }
    Bytes last = witness.getLast();
    return last.size() > 0 && last.at(0) == ANNEX_TAG;
  }

  private static byte[] annexHash(Bytes annex) {
    return Sha256d.sha256().digest(new Preimage(Preimage.sizeOf(annex)).bytes(annex).toArray());
  }
}
