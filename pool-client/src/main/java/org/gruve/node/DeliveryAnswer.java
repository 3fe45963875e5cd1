package org.gruve.node;

/** What a node finally says to a found block. */
sealed interface DeliveryAnswer {
  /** It is in its chain. */
  record Accepted() implements DeliveryAnswer {}

  /** It is good, but the node's chain goes through another of its height. */
  record Lost() implements DeliveryAnswer {}

  /** It breaks a rule. */
  record Rejected(String reason) implements DeliveryAnswer {}

  /** The node is on another chain. */
  record Elsewhere(String chain) implements DeliveryAnswer {}
}
