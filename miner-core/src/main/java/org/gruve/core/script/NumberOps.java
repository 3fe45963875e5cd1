package org.gruve.core.script;

/** Arithmetic (Core: EvalScript, "Numeric"). */
final class NumberOps {
  private NumberOps() {}

  static void run(int opcode, ScriptStack stack, boolean minimal) throws ScriptFailure {
    if (opcode <= Op.OP_0NOTEQUAL) {
      stack.need(1);
      long value = unary(opcode, operand(stack, 1, minimal));
      stack.drop(1);
      stack.push(ScriptNumber.encode(value));
    } else if (opcode == Op.OP_WITHIN) {
      within(stack, minimal);
    } else {
      stack.need(2);
      long value = binary(opcode, operand(stack, 2, minimal), operand(stack, 1, minimal));
      stack.drop(2);
      stack.push(ScriptNumber.encode(value));
      if (opcode == Op.OP_NUMEQUALVERIFY) {
        ScriptFailure.unless(value != 0, ScriptError.NUMEQUALVERIFY);
        stack.drop(1);
      }
    }
  }

  private static long operand(ScriptStack stack, int depth, boolean minimal) throws ScriptFailure {
    return ScriptNumber.decode(stack.top(depth), minimal, ScriptNumber.OPERAND);
  }

  private static long unary(int opcode, long a) throws ScriptFailure {
    return switch (opcode) {
      case Op.OP_1ADD -> a + 1;
      case Op.OP_1SUB -> a - 1;
      case Op.OP_NEGATE -> -a;
      case Op.OP_ABS -> Math.abs(a);
      case Op.OP_NOT -> number(a == 0);
      case Op.OP_0NOTEQUAL -> number(a != 0);
      default -> throw new ScriptFailure(ScriptError.BAD_OPCODE);
    };
  }

  private static long binary(int opcode, long a, long b) throws ScriptFailure {
    return switch (opcode) {
      case Op.OP_ADD -> a + b;
      case Op.OP_SUB -> a - b;
      case Op.OP_BOOLAND -> number(a != 0 && b != 0);
      case Op.OP_BOOLOR -> number(a != 0 || b != 0);
      case Op.OP_NUMEQUAL, Op.OP_NUMEQUALVERIFY -> number(a == b);
      case Op.OP_NUMNOTEQUAL -> number(a != b);
      case Op.OP_LESSTHAN -> number(a < b);
      case Op.OP_GREATERTHAN -> number(a > b);
      case Op.OP_LESSTHANOREQUAL -> number(a <= b);
      case Op.OP_GREATERTHANOREQUAL -> number(a >= b);
      case Op.OP_MIN -> Math.min(a, b);
      case Op.OP_MAX -> Math.max(a, b);
      default -> throw new ScriptFailure(ScriptError.BAD_OPCODE);
    };
  }

  private static void within(ScriptStack stack, boolean minimal) throws ScriptFailure {
    stack.need(3);
    long value = operand(stack, 3, minimal);
    long least = operand(stack, 2, minimal);
    long limit = operand(stack, 1, minimal);
    stack.drop(3);
    stack.push(least <= value && value < limit);
  }

  private static long number(boolean value) {
    return value ? 1 : 0;
  }
}
