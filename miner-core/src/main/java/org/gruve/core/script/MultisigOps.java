package org.gruve.core.script;

/** CHECKMULTISIG and CHECKMULTISIGVERIFY (Core: EvalScript). */
final class MultisigOps {
  private static final int MAX_PUBKEYS_PER_MULTISIG = 20;

  private final Evaluation evaluation;
  private final ScriptStack stack;
  private int keys;
  private int signatures;
  private int firstSignature;
  private int elements;

  private MultisigOps(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.stack = evaluation.stack;
  }

  static void run(int opcode, Evaluation evaluation) throws ScriptFailure {
    boolean known = evaluation.version != SigVersion.TAPSCRIPT;
    ScriptFailure.unless(known, ScriptError.TAPSCRIPT_CHECKMULTISIG);
    MultisigOps multisig = new MultisigOps(evaluation);
    multisig.measure();
    boolean hold = multisig.allHold();
    if (!hold) {
      evaluation.checker.multisigFailed();
    }
    multisig.cleanUp(hold);
    if (opcode == Op.OP_CHECKMULTISIG) {
      evaluation.stack.push(hold);
    } else {
      ScriptFailure.unless(hold, ScriptError.CHECKMULTISIGVERIFY);
    }
  }

  /** From the top: number of keys, keys, number of signatures, signatures, one too many. */
  private void measure() throws ScriptFailure {
    keys = number(1, MAX_PUBKEYS_PER_MULTISIG, ScriptError.PUBKEY_COUNT);
    evaluation.count(keys);
    signatures = number(2 + keys, keys, ScriptError.SIG_COUNT);
    firstSignature = 3 + keys;
    elements = 2 + keys + signatures;
    stack.need(elements + 1);
  }

  private int number(int depth, int most, ScriptError error) throws ScriptFailure {
    stack.need(depth);
    byte[] element = stack.top(depth);
    long number = ScriptNumber.decode(element, evaluation.minimal, ScriptNumber.OPERAND);
    ScriptFailure.unless(number >= 0 && number <= most, error);
    return (int) number;
  }

  /** Keys and signatures must be in the same order; keys without a signature are passed over. */
  private boolean allHold() throws ScriptFailure {
    byte[] scriptCode = scriptCode();
    int key = 2;
    int signature = firstSignature;
    int keysLeft = keys;
    int signaturesLeft = signatures;
    while (signaturesLeft > 0 && signaturesLeft <= keysLeft) {
      boolean everyKeySigned = signaturesLeft == keysLeft;
      if (holds(stack.top(signature), stack.top(key), scriptCode, everyKeySigned)) {
        signature++;
        signaturesLeft--;
      }
      key++;
      keysLeft--;
    }
    return signaturesLeft == 0;
  }

  private byte[] scriptCode() throws ScriptFailure {
    byte[] code = evaluation.scriptCode();
    for (int i = 0; i < signatures; i++) {
      code = ScriptCode.without(code, stack.top(firstSignature + i), evaluation);
    }
    return code;
  }

  private boolean holds(byte[] signature, byte[] key, byte[] scriptCode, boolean expected)
      throws ScriptFailure {
    InputChecker checker = evaluation.checker;
    SignatureEncoding.check(signature, key, evaluation.version, checker.flags());
    return checker.checkEcdsa(signature, key, scriptCode, evaluation.version, expected);
  }

  private void cleanUp(boolean hold) throws ScriptFailure {
    if (!hold && evaluation.has(ScriptFlag.NULLFAIL)) {
      for (int i = 0; i < signatures; i++) {
        boolean empty = stack.top(firstSignature + i).length == 0;
        ScriptFailure.unless(empty, ScriptError.SIG_NULLFAIL);
      }
    }
    stack.drop(elements);
    // One element too many was taken from the beginning; BIP147 wants it empty.
    boolean empty = stack.pop().length == 0;
    boolean free = !evaluation.has(ScriptFlag.NULLDUMMY);
    ScriptFailure.unless(empty || free, ScriptError.SIG_NULLDUMMY);
  }
}
