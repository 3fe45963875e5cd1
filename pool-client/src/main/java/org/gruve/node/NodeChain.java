package org.gruve.node;

import java.util.Arrays;
import java.util.Optional;
import org.gruve.core.check.Network;
import org.gruve.core.script.AddressFormat;

/** The chains that nodes are on, by the names that nodes give them. */
enum NodeChain {
  MAIN("main", Network.MAIN, AddressFormat.MAIN),
  TESTNET3("test", Network.TESTNET3, AddressFormat.TEST),
  TESTNET4("testnet4", Network.TESTNET4, AddressFormat.TEST),
  SIGNET("signet", Network.SIGNET, AddressFormat.TEST),
  REGTEST("regtest", Network.REGTEST, AddressFormat.REGTEST);

  private final String word;
  private final Network network;
  private final AddressFormat format;

  NodeChain(String word, Network network, AddressFormat format) {
    this.word = word;
    this.network = network;
    this.format = format;
  }

  /** The chain that {@code getblockchaininfo} names so. */
  static Optional<NodeChain> of(String word) {
    return Arrays.stream(values()).filter(chain -> chain.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  Network network() {
    return network;
  }

  AddressFormat format() {
    return format;
  }

  /**
   * Whether blocks become easy when none came for 20 minutes, so that a time must not be rolled
   * across that edge. Regtest's target is always the easiest.
   */
  boolean hasEasyBlocks() {
    return network == Network.TESTNET3 || network == Network.TESTNET4;
  }
}
