package org.gruve.node;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.check.Network;
import org.gruve.core.script.AddressFormat;

/** The chains that Bitcoin Core knows, by the names of its getblockchaininfo. */
public enum Chain {
  /** Where coins are worth something. */
  MAIN("main", Network.MAIN, AddressFormat.MAIN, 8332, ""),
  /** testnet3. */
  TEST("test", Network.TESTNET3, AddressFormat.TEST, 18332, "testnet3"),
  /** BIP94's testnet. */
  TESTNET4("testnet4", Network.TESTNET4, AddressFormat.TEST, 48332, "testnet4"),
  /** The public signet, and those with a challenge of their own. */
  SIGNET("signet", Network.SIGNET, AddressFormat.TEST, 38332, "signet"),
  /** Everybody's own. */
  REGTEST("regtest", Network.REGTEST, AddressFormat.REGTEST, 18443, "regtest");

  private final String id;
  private final Network network;
  private final AddressFormat addresses;
  private final int rpcPort;
  private final String folder;

  Chain(String id, Network network, AddressFormat addresses, int rpcPort, String folder) {
    this.id = id;
    this.network = network;
    this.addresses = addresses;
    this.rpcPort = rpcPort;
    this.folder = folder;
  }

  /** The chain that a node names so, if it is a known one. */
  public static Optional<Chain> of(String id) {
    return Arrays.stream(values()).filter(chain -> chain.id.equals(id)).findFirst();
  }

  /** Core's name for it. */
  public String id() {
    return id;
  }

  /** Its rules. */
  public Network network() {
    return network;
  }

  /** How its addresses are written. */
  public AddressFormat addresses() {
    return addresses;
  }

  /** Where its nodes listen for RPC unless told otherwise. */
  public int rpcPort() {
    return rpcPort;
  }

  /** The folder in the node's own that holds its cookie; empty for that folder itself. */
  public String cookieFolder() {
    return folder;
  }

  /**
   * The seconds after the parent's time beyond which a block may be, and must be, an easy one; so a
   * template's time must not be rolled past that edge. Nothing where there are no such blocks, or
   * where all are easy.
   */
  public OptionalInt easyAfter() {
    return this == TEST || this == TESTNET4
        ? OptionalInt.of(network.pow().minDifficulty().gap())
        : OptionalInt.empty();
  }
}
