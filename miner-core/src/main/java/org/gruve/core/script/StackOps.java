package org.gruve.core.script;

/** Operations that move elements (Core: EvalScript, "Stack ops"). */
final class StackOps {
  private StackOps() {}

  static void run(int opcode, ScriptStack stack, ScriptStack alt, boolean minimal)
      throws ScriptFailure {
    switch (opcode) {
      case Op.OP_TOALTSTACK, Op.OP_FROMALTSTACK -> move(opcode, stack, alt);
      case Op.OP_2DROP -> drop(stack, 2);
      case Op.OP_DROP -> drop(stack, 1);
      case Op.OP_DUP -> copy(stack, 1, 1);
      case Op.OP_2DUP -> copy(stack, 2, 2);
      case Op.OP_3DUP -> copy(stack, 3, 3);
      case Op.OP_OVER -> copy(stack, 2, 1);
      case Op.OP_2OVER -> copy(stack, 4, 2);
      case Op.OP_ROT -> rotate(stack, 3, 1);
      case Op.OP_2ROT -> rotate(stack, 6, 2);
      case Op.OP_SWAP -> rotate(stack, 2, 1);
      case Op.OP_2SWAP -> rotate(stack, 4, 2);
      case Op.OP_NIP -> nip(stack);
      case Op.OP_TUCK -> tuck(stack);
      case Op.OP_IFDUP -> duplicateIfTrue(stack);
      case Op.OP_DEPTH -> stack.push(ScriptNumber.encode(stack.size()));
      case Op.OP_PICK, Op.OP_ROLL -> pick(opcode, stack, minimal);
      default -> throw new ScriptFailure(ScriptError.BAD_OPCODE);
    }
  }

  private static void move(int opcode, ScriptStack stack, ScriptStack alt) throws ScriptFailure {
    if (opcode == Op.OP_TOALTSTACK) {
      stack.need(1);
      alt.push(stack.pop());
    } else {
      ScriptFailure.unless(!alt.isEmpty(), ScriptError.INVALID_ALTSTACK_OPERATION);
      stack.push(alt.pop());
    }
  }

  private static void drop(ScriptStack stack, int count) throws ScriptFailure {
    stack.need(count);
    stack.drop(count);
  }

  /** Pushes again so many elements, the lowest of them {@code depth} from the top. */
  private static void copy(ScriptStack stack, int depth, int count) throws ScriptFailure {
    stack.need(depth);
    for (int i = 0; i < count; i++) {
      stack.push(stack.top(depth));
    }
  }

  /** Brings the lowest so many of {@code depth} elements to the top. */
  private static void rotate(ScriptStack stack, int depth, int count) throws ScriptFailure {
    stack.need(depth);
    for (int i = 0; i < count; i++) {
      stack.push(stack.remove(depth));
    }
  }

  private static void nip(ScriptStack stack) throws ScriptFailure {
    stack.need(2);
    stack.remove(2);
  }

  private static void tuck(ScriptStack stack) throws ScriptFailure {
    stack.need(2);
    stack.insertUnder(2, stack.top(1));
  }

  private static void duplicateIfTrue(ScriptStack stack) throws ScriptFailure {
    stack.need(1);
    if (ScriptStack.isTrue(stack.top(1))) {
      stack.push(stack.top(1));
    }
  }

  private static void pick(int opcode, ScriptStack stack, boolean minimal) throws ScriptFailure {
    stack.need(2);
    long index = ScriptNumber.decode(stack.top(1), minimal, ScriptNumber.OPERAND);
    stack.drop(1);
    boolean inside = index >= 0 && index < stack.size();
    ScriptFailure.unless(inside, ScriptError.INVALID_STACK_OPERATION);
    int depth = (int) index + 1;
    stack.push(opcode == Op.OP_ROLL ? stack.remove(depth) : stack.top(depth));
  }
}
