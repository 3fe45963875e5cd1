package org.gruve.node;

import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;

/** What a fake node does instead of answering well. */
sealed interface NodeFault {
  /** Closes the connection without a word. */
  record Drop() implements NodeFault {}

  /** Resets it. */
  record Reset() implements NodeFault {}

  /** Keeps it open, and never answers. */
  record Stall() implements NodeFault {}

  /** Sends a status line and a part of a body, then nothing. */
  record HalfAnswer() implements NodeFault {}

  /** Sends one byte of the answer after the other, and never the last. */
  record Dribble() implements NodeFault {}

  /** Sends a body without end. */
  record Flood() implements NodeFault {}

  /** A status and a body of its own choice. */
  record Http(int status, String body) implements NodeFault {}

  /** A node's own error. */
  record Refusal(int code, String message) implements NodeFault {}

  /** Another result. */
  record Says(JsonNode result) implements NodeFault {}

  /** Does what was asked, and loses the answer. */
  record AnswerLost() implements NodeFault {}

  /** Has its answer ready, and sends it only when it is let go. */
  record Late(CountDownLatch ready, CountDownLatch go) implements NodeFault {
    Late() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }
  }

  /** None after all: where some calls in a row are to go well. */
  record None() implements NodeFault {}
}
