package org.gruve.core.script;

import java.util.Arrays;

/**
 * One script being executed on a stack (Core: EvalScript). The operations are in {@code *Ops}, by
 * family; they read and write the fields, which is what they are for.
 */
final class Evaluation {
  private static final int MAX_SCRIPT_ELEMENT_SIZE = 520;
  private static final int MAX_STACK_SIZE = 1000;
  private static final int MAX_OPS_PER_SCRIPT = 201;

  final ScriptStack stack;
  final ScriptStack alt = new ScriptStack();
  final ConditionStack conditions = new ConditionStack();
  final SigVersion version;
  final InputChecker checker;
  final ExecutionData data;
  final boolean minimal;

  private final byte[] script;
  private final ScriptReader reader;
  private int operation;
  private int operationCount;
  private int codeStart;

  Evaluation(
      ScriptStack stack,
      byte[] script,
      SigVersion version,
      InputChecker checker,
      ExecutionData data) {
    this.stack = stack;
    this.script = script;
    this.version = version;
    this.checker = checker;
    this.data = data;
    this.minimal = checker.flags().has(ScriptFlag.MINIMALDATA);
    this.reader = new ScriptReader(script);
  }

  void run() throws ScriptFailure {
    boolean fits = version == SigVersion.TAPSCRIPT || script.length <= ScriptForm.MAX_SCRIPT_SIZE;
    ScriptFailure.unless(fits, ScriptError.SCRIPT_SIZE);
    for (; !reader.atEnd(); operation++) {
      ScriptFailure.unless(reader.next(), ScriptError.BAD_OPCODE);
      step(reader.opcode());
      boolean low = stack.size() + alt.size() <= MAX_STACK_SIZE;
      ScriptFailure.unless(low, ScriptError.STACK_SIZE);
    }
    ScriptFailure.unless(conditions.isEmpty(), ScriptError.UNBALANCED_CONDITIONAL);
  }

  boolean has(ScriptFlag flag) {
    return checker.flags().has(flag);
  }

  /** What a signature signs: the script after the last CODESEPARATOR that was executed. */
  byte[] scriptCode() {
    return codeStart == 0 ? script : Arrays.copyOfRange(script, codeStart, script.length);
  }

  void separateCode() {
    codeStart = reader.position();
    data.separateCodeAt(operation);
  }

  /** Counts operations; the keys of a CHECKMULTISIG are some too. */
  void count(int operations) throws ScriptFailure {
    operationCount += operations;
    ScriptFailure.unless(operationCount <= MAX_OPS_PER_SCRIPT, ScriptError.OP_COUNT);
  }

  private void step(int opcode) throws ScriptFailure {
    boolean small = reader.pushSize() <= MAX_SCRIPT_ELEMENT_SIZE;
    ScriptFailure.unless(small, ScriptError.PUSH_SIZE);
    if (opcode > Op.OP_16 && version != SigVersion.TAPSCRIPT) {
      count(1);
    }
    refuseEvenUnexecuted(opcode);
    boolean executed = conditions.allTrue();
    if (opcode <= Op.OP_PUSHDATA4) {
      if (executed) {
        push();
      }
    } else if (executed || (opcode >= Op.OP_IF && opcode <= Op.OP_ENDIF)) {
      execute(opcode);
    }
  }

  private void refuseEvenUnexecuted(int opcode) throws ScriptFailure {
    // CVE-2010-5137; in tapscript they have become OP_SUCCESSx.
    ScriptFailure.unless(!isDisabled(opcode), ScriptError.DISABLED_OPCODE);
    if (opcode == Op.OP_CODESEPARATOR && version == SigVersion.BASE) {
      boolean free = !has(ScriptFlag.CONST_SCRIPTCODE);
      ScriptFailure.unless(free, ScriptError.OP_CODESEPARATOR);
    }
  }

  private static boolean isDisabled(int opcode) {
    return opcode >= Op.OP_CAT
        && opcode <= Op.OP_RSHIFT
        && switch (opcode) {
          case Op.OP_CAT, Op.OP_SUBSTR, Op.OP_LEFT, Op.OP_RIGHT -> true;
          case Op.OP_INVERT, Op.OP_AND, Op.OP_OR, Op.OP_XOR -> true;
          case Op.OP_2MUL, Op.OP_2DIV, Op.OP_MUL, Op.OP_DIV, Op.OP_MOD -> true;
          case Op.OP_LSHIFT, Op.OP_RSHIFT -> true;
          default -> false;
        };
  }

  private void push() throws ScriptFailure {
    boolean shortest = !minimal || reader.isMinimalPush();
    ScriptFailure.unless(shortest, ScriptError.MINIMALDATA);
    stack.push(reader.push());
  }

  private void execute(int opcode) throws ScriptFailure {
    if (opcode <= Op.OP_16) {
      ScriptFailure.unless(opcode != Op.OP_RESERVED, ScriptError.BAD_OPCODE);
      stack.push(ScriptNumber.encode(opcode - Op.OP_1 + 1));
    } else if (opcode <= Op.OP_RETURN) {
      ControlOps.run(opcode, this);
    } else if (opcode <= Op.OP_TUCK) {
      StackOps.run(opcode, stack, alt, minimal);
    } else if (opcode <= Op.OP_RESERVED2) {
      DataOps.run(opcode, stack);
    } else if (opcode <= Op.OP_WITHIN) {
      NumberOps.run(opcode, stack, minimal);
    } else if (opcode <= Op.OP_HASH256) {
      DataOps.run(opcode, stack);
    } else {
      executeChecks(opcode);
    }
  }

  private void executeChecks(int opcode) throws ScriptFailure {
    switch (opcode) {
      case Op.OP_CODESEPARATOR -> separateCode();
      case Op.OP_CHECKSIG, Op.OP_CHECKSIGVERIFY, Op.OP_CHECKSIGADD ->
          SignatureOps.run(opcode, this);
      case Op.OP_CHECKMULTISIG, Op.OP_CHECKMULTISIGVERIFY -> MultisigOps.run(opcode, this);
      default -> {
        ScriptFailure.unless(opcode <= Op.OP_NOP10, ScriptError.BAD_OPCODE);
        LockTimeOps.run(opcode, this);
      }
    }
  }
}
