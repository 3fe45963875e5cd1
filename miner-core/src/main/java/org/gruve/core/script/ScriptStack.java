package org.gruve.core.script;

import java.util.Arrays;
import java.util.List;
import org.gruve.core.hash.Bytes;

/**
 * The interpreter's stack. Elements are shared, never copied and never written to, so that an
 * operation costs no more than what it makes.
 */
final class ScriptStack {
  /** The empty element, which is false and zero. */
  static final byte[] FALSE = new byte[0];

  private static final byte[] TRUE = {1};

  private byte[][] elements;
  private int size;

  ScriptStack() {
    elements = new byte[16][];
  }

  private ScriptStack(byte[][] elements, int size) {
    this.elements = elements;
    this.size = size;
  }

  /** The stack that a witness begins with. */
  static ScriptStack of(List<Bytes> witness) {
    byte[][] elements = new byte[witness.size() + 8][];
    for (int i = 0; i < witness.size(); i++) {
      elements[i] = witness.get(i).toArray();
    }
    return new ScriptStack(elements, witness.size());
  }

  ScriptStack copy() {
    return new ScriptStack(elements.clone(), size);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Fails unless there are so many elements. */
  void need(int count) throws ScriptFailure {
    ScriptFailure.unless(size >= count, ScriptError.INVALID_STACK_OPERATION);
  }

  /** The element so far from the top, which is 1. */
  byte[] top(int depth) {
    return elements[size - depth];
  }

  void push(byte[] element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  void push(boolean value) {
    push(value ? TRUE : FALSE);
  }

  byte[] pop() {
    return elements[--size];
  }

  void drop(int count) {
    size -= count;
  }

  /** Takes out the element so far from the top. */
  byte[] remove(int depth) {
    int index = size - depth;
    byte[] element = elements[index];
    System.arraycopy(elements, index + 1, elements, index, depth - 1);
    size--;
    return element;
  }

  /** Puts an element under so many others. */
  void insertUnder(int depth, byte[] element) {
    push(element);
    int index = size - 1 - depth;
    System.arraycopy(elements, index, elements, index + 1, depth);
    elements[index] = element;
  }

  /** Whether an element is neither zero nor negative zero (Core: CastToBool). */
  static boolean isTrue(byte[] element) {
    int last = element.length - 1;
    for (int i = 0; i < last; i++) {
      if (element[i] != 0) {
        return true;
      }
    }
    return last >= 0 && element[last] != 0 && element[last] != (byte) 0x80;
  }
}
