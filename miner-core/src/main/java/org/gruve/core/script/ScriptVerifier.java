package org.gruve.core.script;

import java.util.Arrays;
import java.util.List;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Bytes;

/** Whether an input may spend its output (Core: VerifyScript). */
public final class ScriptVerifier {
  private final InputChecker checker;
  private final byte[] inputScript;
  private final byte[] outputScript;
  private final List<Bytes> witness;
  private boolean hadWitness;

  private ScriptVerifier(SpentTransaction spent, int index, InputChecker checker) {
    TxIn input = spent.transaction().inputs().get(index);
    this.checker = checker;
    inputScript = input.script().toArray();
    outputScript = spent.spentOutputs().get(index).script().toArray();
    witness = input.witness();
  }

  /**
   * Runs the scripts of one input; {@link ScriptError#OK} if it may spend its output.
   *
   * @param flags IllegalArgumentException if one of them lacks what it {@linkplain
   *     ScriptFlags#withNeeded needs}
   * @param checks what it says of signatures is believed: where they defer, this is no verdict yet
   */
  public static ScriptError verify(
      SpentTransaction spent, int input, ScriptFlags flags, SignatureChecks checks) {
    if (!flags.equals(flags.withNeeded())) {
      throw new IllegalArgumentException(flags + " lacks a flag that another one needs");
    }
    InputChecker checker = new InputChecker(spent, input, flags, checks);
    try {
      new ScriptVerifier(spent, input, checker).run();
      return ScriptError.OK;
    } catch (ScriptFailure failure) {
      return failure.error();
    }
  }

  private void run() throws ScriptFailure {
    if (has(ScriptFlag.SIGPUSHONLY)) {
      requirePushOnly();
    }
    // One after the other on the same stack, never as one script: CVE-2010-5141.
    ScriptStack stack = new ScriptStack();
    evaluate(stack, inputScript);
    boolean p2sh = has(ScriptFlag.P2SH) && ScriptForm.isPayToScriptHash(outputScript);
    ScriptStack pushed = p2sh ? stack.copy() : stack;
    evaluate(stack, outputScript);
    requireTrue(stack);
    boolean clean = runWitness(outputScript, false) || stack.size() == 1;
    if (p2sh) {
      clean = runRedeemScript(pushed);
    }
    boolean free = clean || !has(ScriptFlag.CLEANSTACK);
    ScriptFailure.unless(free, ScriptError.CLEANSTACK);
    boolean expected = hadWitness || witness.isEmpty() || !has(ScriptFlag.WITNESS);
    ScriptFailure.unless(expected, ScriptError.WITNESS_UNEXPECTED);
  }

  /** BIP16. The stack is not empty: the hash of its top was just found to be right. */
  private boolean runRedeemScript(ScriptStack stack) throws ScriptFailure {
    requirePushOnly();
    byte[] redeemScript = stack.pop();
    evaluate(stack, redeemScript);
    requireTrue(stack);
    return runWitness(redeemScript, true) || stack.size() == 1;
  }

  /** Runs the witness if a script asks for one; whether it did. */
  private boolean runWitness(byte[] script, boolean p2sh) throws ScriptFailure {
    WitnessProgram program = has(ScriptFlag.WITNESS) ? WitnessProgram.of(script) : null;
    if (program == null) {
      return false;
    }
    hadWitness = true;
    if (p2sh) {
      boolean onlyPush = Arrays.equals(inputScript, ScriptCode.pushOf(script));
      ScriptFailure.unless(onlyPush, ScriptError.WITNESS_MALLEATED_P2SH);
    } else {
      ScriptFailure.unless(inputScript.length == 0, ScriptError.WITNESS_MALLEATED);
    }
    new WitnessVerifier(checker, program, witness, p2sh).run();
    return true;
  }

  private void evaluate(ScriptStack stack, byte[] script) throws ScriptFailure {
    new Evaluation(stack, script, SigVersion.BASE, checker, ExecutionData.none()).run();
  }

  private void requirePushOnly() throws ScriptFailure {
    ScriptFailure.unless(ScriptForm.isPushOnly(inputScript), ScriptError.SIG_PUSHONLY);
  }

  private static void requireTrue(ScriptStack stack) throws ScriptFailure {
    boolean holds = !stack.isEmpty() && ScriptStack.isTrue(stack.top(1));
    ScriptFailure.unless(holds, ScriptError.EVAL_FALSE);
  }

  private boolean has(ScriptFlag flag) {
    return checker.flags().has(flag);
  }
}
