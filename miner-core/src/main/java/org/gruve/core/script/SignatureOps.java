package org.gruve.core.script;

/** CHECKSIG, CHECKSIGVERIFY and CHECKSIGADD (Core: EvalChecksig). */
final class SignatureOps {
  private static final int XONLY_KEY = 32;

  private SignatureOps() {}

  static void run(int opcode, Evaluation evaluation) throws ScriptFailure {
    if (opcode == Op.OP_CHECKSIGADD) {
      checkSigAdd(evaluation);
      return;
    }
    ScriptStack stack = evaluation.stack;
    stack.need(2);
    boolean holds = evalChecksig(stack.top(2), stack.top(1), evaluation);
    stack.drop(2);
    if (opcode == Op.OP_CHECKSIG) {
      stack.push(holds);
    } else {
      ScriptFailure.unless(holds, ScriptError.CHECKSIGVERIFY);
    }
  }

  private static void checkSigAdd(Evaluation evaluation) throws ScriptFailure {
    boolean known = evaluation.version == SigVersion.TAPSCRIPT;
    ScriptFailure.unless(known, ScriptError.BAD_OPCODE);
    ScriptStack stack = evaluation.stack;
    stack.need(3);
    long sum = ScriptNumber.decode(stack.top(2), evaluation.minimal, ScriptNumber.OPERAND);
    boolean holds = evalChecksig(stack.top(3), stack.top(1), evaluation);
    stack.drop(3);
    stack.push(ScriptNumber.encode(holds ? sum + 1 : sum));
  }

  private static boolean evalChecksig(byte[] signature, byte[] key, Evaluation evaluation)
      throws ScriptFailure {
    return evaluation.version == SigVersion.TAPSCRIPT
        ? evalChecksigTapscript(signature, key, evaluation)
        : evalChecksigPreTapscript(signature, key, evaluation);
  }

  private static boolean evalChecksigPreTapscript(
      byte[] signature, byte[] key, Evaluation evaluation) throws ScriptFailure {
    byte[] scriptCode = ScriptCode.without(evaluation.scriptCode(), signature, evaluation);
    SignatureEncoding.check(signature, key, evaluation.version, evaluation.checker.flags());
    boolean holds =
        evaluation.checker.checkEcdsa(signature, key, scriptCode, evaluation.version, true);
    boolean mayFail = signature.length == 0 || !evaluation.has(ScriptFlag.NULLFAIL);
    ScriptFailure.unless(holds || mayFail, ScriptError.SIG_NULLFAIL);
    return holds;
  }

  /** The order matters: unknown key types are asked about last, and pay all the same (BIP342). */
  private static boolean evalChecksigTapscript(byte[] signature, byte[] key, Evaluation evaluation)
      throws ScriptFailure {
    boolean signed = signature.length > 0;
    if (signed) {
      evaluation.data.spendWeight();
    }
    ScriptFailure.unless(key.length > 0, ScriptError.TAPSCRIPT_EMPTY_PUBKEY);
    if (key.length == XONLY_KEY) {
      if (signed) {
        evaluation.checker.checkSchnorr(signature, key, evaluation.data);
      }
    } else {
      boolean free = !evaluation.has(ScriptFlag.DISCOURAGE_UPGRADABLE_PUBKEYTYPE);
      ScriptFailure.unless(free, ScriptError.DISCOURAGE_UPGRADABLE_PUBKEYTYPE);
    }
    return signed;
  }
}
