package org.gruve.core.script;

/** Operations that decide what is executed (Core: EvalScript, "Control"). */
final class ControlOps {
  private ControlOps() {}

  static void run(int opcode, Evaluation evaluation) throws ScriptFailure {
    switch (opcode) {
      case Op.OP_NOP -> {}
      case Op.OP_IF, Op.OP_NOTIF -> branch(opcode, evaluation);
      case Op.OP_ELSE -> open(evaluation.conditions).toggle();
      case Op.OP_ENDIF -> open(evaluation.conditions).pop();
      case Op.OP_VERIFY -> verify(evaluation.stack);
      case Op.OP_RETURN -> throw new ScriptFailure(ScriptError.OP_RETURN);
      // VERIF and VERNOTIF come here even where nothing is executed.
      default -> throw new ScriptFailure(ScriptError.BAD_OPCODE);
    }
  }

  private static ConditionStack open(ConditionStack conditions) throws ScriptFailure {
    ScriptFailure.unless(!conditions.isEmpty(), ScriptError.UNBALANCED_CONDITIONAL);
    return conditions;
  }

  private static void branch(int opcode, Evaluation evaluation) throws ScriptFailure {
    boolean taken = false;
    if (evaluation.conditions.allTrue()) {
      evaluation.stack.need(1);
      byte[] condition = evaluation.stack.top(1);
      requireMinimalIf(condition, evaluation);
      taken = ScriptStack.isTrue(condition) == (opcode == Op.OP_IF);
      evaluation.stack.drop(1);
    }
    evaluation.conditions.push(taken);
  }

  /** Only nothing and 1: a rule in tapscript (BIP342), policy in version 0. */
  private static void requireMinimalIf(byte[] condition, Evaluation evaluation)
      throws ScriptFailure {
    if (condition.length == 0 || (condition.length == 1 && condition[0] == 1)) {
      return;
    }
    if (evaluation.version == SigVersion.TAPSCRIPT) {
      throw new ScriptFailure(ScriptError.TAPSCRIPT_MINIMALIF);
    }
    boolean free =
        evaluation.version != SigVersion.WITNESS_V0 || !evaluation.has(ScriptFlag.MINIMALIF);
    ScriptFailure.unless(free, ScriptError.MINIMALIF);
  }

  private static void verify(ScriptStack stack) throws ScriptFailure {
    stack.need(1);
    ScriptFailure.unless(ScriptStack.isTrue(stack.top(1)), ScriptError.VERIFY);
    stack.drop(1);
  }
}
