package org.gruve.core.check;

/** The networks whose rules are known. STUB: the table is filled in by the rules' author. */
public enum Network {
  MAIN,
  TESTNET3,
  TESTNET4,
  SIGNET,
  REGTEST,
  PRACTICE
}
