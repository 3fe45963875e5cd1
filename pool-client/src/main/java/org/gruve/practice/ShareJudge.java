package org.gruve.practice;

import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.stratum.v1.Refusal;
import org.gruve.stratum.v1.SubmittedShare;

/** Judges shares from their raw bytes with the JDK's SHA-256, which is none of those that mine. */
final class ShareJudge {
  private ShareJudge() {}

  /** What a share is worth. */
  sealed interface Judgement {
    /** A share. */
    record Good() implements Judgement {}

    /** A share that is a block as well, whose rules are still to be checked. */
    record Found(Block block) implements Judgement {}

    /** None. */
    record Bad(Refusal refusal, String message) implements Judgement {}
  }

  static Judgement judge(Template template, SubmittedShare share) {
    if (share.extranonce1().size() + share.extranonce2().size() != CoinbaseParts.EXTRANONCE_ROOM) {
      return new Judgement.Bad(Refusal.OTHER, "Invalid extranonce2 size");
    }
    long time = Integer.toUnsignedLong(share.time());
    if (time < Integer.toUnsignedLong(template.header().time()) || time > template.latestTime()) {
      return new Judgement.Bad(Refusal.OTHER, "Ntime out of range");
    }
    byte[] coinbase = template.coinbase().with(share.extranonce1(), share.extranonce2());
    Hash256 root = MerkleTree.rootFromBranch(Sha256d.hash(coinbase), template.branch());
    BlockHeader header =
        template.header().header(share.version(), root, share.time(), share.nonce());
    Hash256 hash = Sha256d.hash(header.bytes());
    if (!share.target().isMetBy(hash)) {
      return new Judgement.Bad(Refusal.LOW_DIFFICULTY, "Low difficulty share");
    }
    return template.networkTarget().isMetBy(hash)
        ? new Judgement.Found(template.block(header, coinbase))
        : new Judgement.Good();
  }
}
