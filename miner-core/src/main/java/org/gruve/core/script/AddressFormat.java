package org.gruve.core.script;

/** How addresses and keys of a network begin (Core: kernel/chainparams.cpp). */
public enum AddressFormat {
  /** The main chain. */
  MAIN(0, 5, 128, "bc"),

  /** testnet3, testnet4 and signet. */
  TEST(111, 196, 239, "tb"),

  /** Private chains, the practice network too. */
  REGTEST(111, 196, 239, "bcrt");

  private final int publicKeyHash;
  private final int scriptHash;
  private final int secretKey;
  private final String witness;

  AddressFormat(int publicKeyHash, int scriptHash, int secretKey, String witness) {
    this.publicKeyHash = publicKeyHash;
    this.scriptHash = scriptHash;
    this.secretKey = secretKey;
    this.witness = witness;
  }

  int publicKeyHash() {
    return publicKeyHash;
  }

  int scriptHash() {
    return scriptHash;
  }

  int secretKey() {
    return secretKey;
  }

  /** What stands before the 1 of an address of a witness program. */
  String witness() {
    return witness;
  }
}
