package org.gruve.core.check;

/** From which height on each soft fork is in force (Core: buried deployments). */
record Heights(int bip34, int bip66, int bip65, int csv, int segwit) {
  /** The least header version at a height, a signed number; any where no fork is in force. */
  int leastVersion(int height) {
    if (height >= bip65) {
      return 4;
    }
    if (height >= bip66) {
      return 3;
    }
    return height >= bip34 ? 2 : Integer.MIN_VALUE;
  }
}
