package org.gruve.core.script;

/**
 * Which of the nested IFs is being executed. Only two things can ever be asked of them, so two
 * numbers are enough, and a script of nothing but IFs costs no more than any other.
 */
final class ConditionStack {
  private static final int NONE = -1;

  private int depth;
  private int firstFalse = NONE;

  boolean isEmpty() {
    return depth == 0;
  }

  /** Whether execution has not been switched off by any of them. */
  boolean allTrue() {
    return firstFalse == NONE;
  }

  void push(boolean condition) {
    if (firstFalse == NONE && !condition) {
      firstFalse = depth;
    }
    depth++;
  }

  void pop() {
    depth--;
    if (firstFalse == depth) {
      firstFalse = NONE;
    }
  }

  /** ELSE. Under an outer false the innermost one makes no difference. */
  void toggle() {
    if (firstFalse == NONE) {
      firstFalse = depth - 1;
    } else if (firstFalse == depth - 1) {
      firstFalse = NONE;
    }
  }
}
