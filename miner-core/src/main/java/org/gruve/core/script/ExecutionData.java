package org.gruve.core.script;

import org.jspecify.annotations.Nullable;

/**
 * What a taproot spend's signatures commit to beside the transaction, and what is left of its
 * budget (Core: ScriptExecutionData).
 */
final class ExecutionData {
  /** The place of the last CODESEPARATOR where none was executed. */
  static final int NO_CODE_SEPARATOR = -1;

  private static final int WEIGHT_PER_SIGNATURE = 50;

  private final byte @Nullable [] annexHash;
  private final byte @Nullable [] tapleafHash;
  private long weightLeft;
  private int codeSeparator = NO_CODE_SEPARATOR;

  private ExecutionData(
      byte @Nullable [] annexHash, byte @Nullable [] tapleafHash, long weightLeft) {
    this.annexHash = annexHash;
    this.tapleafHash = tapleafHash;
    this.weightLeft = weightLeft;
  }

  /** For scripts that are no tapscript. */
  static ExecutionData none() {
    return new ExecutionData(null, null, 0);
  }

  static ExecutionData keyPath(byte @Nullable [] annexHash) {
    return new ExecutionData(annexHash, null, 0);
  }

  static ExecutionData scriptPath(byte @Nullable [] annexHash, byte[] tapleafHash, long weight) {
    return new ExecutionData(annexHash, tapleafHash, weight);
  }

  /** Single SHA-256 of the annex with its length, or null where there is none. */
  byte @Nullable [] annexHash() {
    return annexHash;
  }

  /** The leaf that is executed, or null on the key path. */
  byte @Nullable [] tapleafHash() {
    return tapleafHash;
  }

  /** Which operation, counted from 0, was the last CODESEPARATOR executed. */
  int codeSeparator() {
    return codeSeparator;
  }

  void separateCodeAt(int operation) {
    codeSeparator = operation;
  }

  /** Pays for one signature that is not empty (BIP342). */
  void spendWeight() throws ScriptFailure {
    weightLeft -= WEIGHT_PER_SIGNATURE;
    ScriptFailure.unless(weightLeft >= 0, ScriptError.TAPSCRIPT_VALIDATION_WEIGHT);
  }
}
