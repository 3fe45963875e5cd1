package org.gruve.core.check;

import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.check.PowRules.MinDifficulty;
import org.gruve.core.check.PowRules.Retargeting;
import org.gruve.core.hash.Bytes;

/**
 * The networks whose rules are known, and all that tells them apart (Core: kernel/chainparams.cpp).
 * The practice network is this program's own: mainnet's retarget at 2 s a block every 16 blocks,
 * easy blocks after 20 s even where a retarget is due; all else as on regtest. Unlike on testnets
 * the easy target then stays until the next retarget, so that a chain raised by a fast device costs
 * a slow one no more than the one pause: by the walk back each of its blocks would.
 */
public enum Network {
  MAIN(
      "main",
      "f9beb4d9",
      Genesis.satoshi(1231006505, 2083236893, 0x1d00ffff),
      PowRules.tenMinutes(PowRules.below2To(224), Retargeting.FROM_LAST, MinDifficulty.NONE),
      new Heights(227931, 363725, 388381, 419328, 481824),
      210_000),
  TESTNET3(
      "testnet3",
      "0b110907",
      Genesis.satoshi(1296688602, 414098458, 0x1d00ffff),
      PowRules.tenMinutes(PowRules.below2To(224), Retargeting.FROM_LAST, MinDifficulty.TESTNET),
      new Heights(21111, 330776, 581885, 770112, 834624),
      210_000),
  TESTNET4(
      "testnet4",
      "1c163f28",
      Genesis.testnet4(),
      PowRules.tenMinutes(PowRules.below2To(224), Retargeting.BIP94, MinDifficulty.TESTNET),
      new Heights(1, 1, 1, 1, 1),
      210_000),
  SIGNET(
      "signet",
      "0a03cf40",
      Genesis.satoshi(1598918400, 52613770, 0x1e0377ae),
      PowRules.tenMinutes(
          CompactBits.target(0x1e0377ae).orElseThrow(), Retargeting.FROM_LAST, MinDifficulty.NONE),
      new Heights(1, 1, 1, 1, 1),
      210_000),
  REGTEST(
      "regtest",
      "fabfb5da",
      Genesis.satoshi(1296688602, 2, 0x207fffff),
      new PowRules(PowRules.below2To(255), 600, 144, Retargeting.NONE, MinDifficulty.TESTNET),
      new Heights(1, 1, 1, 1, 0),
      150),
  PRACTICE(
      "practice",
      "e7f2f5f6",
      Genesis.practice(),
      new PowRules(
          PowRules.below2To(238), 2, 16, Retargeting.FROM_LAST, new MinDifficulty(20, true, false)),
      new Heights(1, 1, 1, 1, 0),
      150);

  private final String id;
  private final Bytes magic;
  private final Block genesis;
  private final PowRules pow;
  private final Heights heights;
  private final int halvingInterval;

  Network(
      String id, String magic, Block genesis, PowRules pow, Heights heights, int halvingInterval) {
    this.id = id;
    this.magic = Bytes.ofHex(magic);
    this.genesis = genesis;
    this.pow = pow;
    this.heights = heights;
    this.halvingInterval = halvingInterval;
  }

  /** Its name, in lower case. */
  public String id() {
    return id;
  }

  /** The four bytes that stand before its messages and before the blocks of its files. */
  public Bytes magic() {
    return magic;
  }

  /** Block 0, which is taken as it is. */
  public Block genesis() {
    return genesis;
  }

  /** The header of block 0. */
  public BlockHeader genesisHeader() {
    return genesis.header();
  }

  /** What it demands of proof of work. */
  public PowRules pow() {
    return pow;
  }

  /** When its soft forks came into force. */
  Heights heights() {
    return heights;
  }

  /** Blocks after which the subsidy halves. */
  int halvingInterval() {
    return halvingInterval;
  }

  @Override
  public String toString() {
    return id;
  }
}
