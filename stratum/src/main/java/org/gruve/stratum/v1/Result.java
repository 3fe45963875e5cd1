package org.gruve.stratum.v1;

import java.util.Map;
import org.gruve.core.hash.Bytes;

/** The result of a response, told apart by its shape. */
public sealed interface Result {
  /** Null or absent. */
  record None() implements Result {}

  /** True or false. */
  record Flag(boolean value) implements Result {}

  /** A string, such as {@code "OK"} or {@code "pong"}. */
  record Text(String value) implements Result {}

  /** The answer to mining.subscribe; the session id is empty where the server gave none. */
  record Subscription(String sessionId, Bytes extranonce1, int extranonce2Size) implements Result {}

  /**
   * An object, such as the answer to mining.configure; values as text, {@code true} and {@code
   * false} being written as JSON booleans.
   */
  record Extensions(Map<String, String> values) implements Result {
    /** Keeps an immutable copy. */
    public Extensions {
      values = Map.copyOf(values);
    }
  }

  /** Anything else; {@code text} says what was wrong with it. */
  record Other(String text) implements Result {}
}
