package org.gruve.node;

/** A node that does not answer, or not with what was asked for; in one sentence. */
public final class NodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The code where the node itself refused; there is no such code. */
  public static final int NO_CODE = 0;

  private final int code;

  NodeException(String sentence) {
    this(sentence, NO_CODE);
  }

  NodeException(String sentence, int code) {
    super(sentence);
    this.code = code;
  }

  NodeException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** The node's own error code, such as -5 for what it does not know, or {@link #NO_CODE}. */
  public int code() {
    return code;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
