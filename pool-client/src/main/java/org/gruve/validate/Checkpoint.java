package org.gruve.validate;

import java.math.BigInteger;
import org.gruve.core.check.Network;
import org.gruve.core.hash.Hash256;

/**
 * A block that is known to be in a network's best chain, and the least work that this chain is
 * known to have: those that Bitcoin Core 31 was released with (kernel/chainparams.cpp,
 * defaultAssumeValid and nMinimumChainWork). Networks whose chains are anybody's have only their
 * genesis.
 */
record Checkpoint(int height, Hash256 hash, BigInteger minimumWork) {
  static Checkpoint of(Network network) {
    return switch (network) {
      case MAIN ->
          of(
              938_343,
              "00000000000000000000ccebd6d74d9194d8dcdc1d177c478e094bfad51ba5ac",
              "1128750f82f4c366153a3a030");
      case TESTNET3 ->
          of(
              4_842_348,
              "000000007a61e4230b28ac5cb6b5e5a0130de37ac1faf2f8987d2fa6505b67f4",
              "17dde1c649f3708d14b6");
      case TESTNET4 ->
          of(
              123_613,
              "0000000002368b1e4ee27e2e85676ae6f9f9e69579b29093e9a82c170bf7cf8a",
              "9a0fe15d0177d086304");
      case SIGNET ->
          of(
              293_175,
              "00000008414aab61092ef93f1aacc54cf9e9f16af29ddad493b908a01ff5c329",
              "b463ea0a4b8");
      case REGTEST, PRACTICE -> new Checkpoint(0, network.genesisHeader().hash(), BigInteger.ZERO);
    };
  }

  /**
   * Whether a header of a branch with this block, whose rules were asked as far as possible, is as
   * hard to make as the network's own: what its first retarget after this block demands can only be
   * known by the whole interval before. What is not known might be an easy target.
   *
   * @param wanted the header's height
   * @param lowest of the heights that are known
   */
  boolean vouchesFor(int wanted, int lowest, int interval) {
    int retarget = (height / interval + 1) * interval;
    return wanted < retarget || lowest <= retarget - interval;
  }

  /** Whether a chain with this work from genesis on can be the network's. */
  boolean isReachedBy(BigInteger work) {
    return work.compareTo(minimumWork) >= 0;
  }

  private static Checkpoint of(int height, String hash, String work) {
    return new Checkpoint(height, Hash256.fromDisplay(hash), new BigInteger(work, 16));
  }
}
