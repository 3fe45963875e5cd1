package org.gruve.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;

/** Grows practice chains with real proof of work. */
final class TestChains {
  /** When the first block after genesis is mined. */
  static final long BEGIN = 1_800_000_000L;

  private static final Bytes EXTRANONCE = Bytes.ofHex("00000001");

  private TestChains() {}

  /** The next block, mined at a time of day. */
  static Block mine(ChainState state, long now) {
    Template template = Templates.next(state, now, (int) now + state.height());
    byte[] coinbase = template.coinbase().with(EXTRANONCE, EXTRANONCE);
    Hash256 root = MerkleTree.rootFromBranch(Sha256d.hash(coinbase), template.branch());
    int version = template.header().version();
    BlockHeader header = template.header().header(version, root, template.header().time(), 0);
    return template.block(TestMiner.mine(header, template.networkTarget()), coinbase);
  }

  /** The next block, mined, with a transaction of its own choice after its coinbase. */
  static Block mine(ChainState state, long now, Transaction spend) {
    Template template = Templates.next(state, now, (int) now);
    Transaction coinbase = Transaction.parse(template.coinbase().with(EXTRANONCE, EXTRANONCE));
    Hash256 root = MerkleTree.root(List.of(coinbase.txid(), spend.txid())).hash();
    int version = template.header().version();
    BlockHeader header = template.header().header(version, root, template.header().time(), 0);
    BlockHeader mined = TestMiner.mine(header, template.networkTarget());
    return new Block(mined, List.of(coinbase, spend));
  }

  /** The block of a template without proof of work, for who looks at none. */
  static Block unmined(Template template) {
    int version = template.header().version();
    return template.block(
        template.header().header(version, Hash256.ZERO, template.header().time(), 0),
        template.coinbase().with(EXTRANONCE, EXTRANONCE));
  }

  /** Adds blocks, one every thirty seconds, so that all of them are easy. */
  static void grow(PracticeChain chain, int blocks) {
    try {
      for (int i = 0; i < blocks; i++) {
        long now = BEGIN + 30L * (chain.height() + 1);
        var verdict = chain.append(mine(chain.state(), now), now);
        if (!verdict.isValid()) {
          throw new AssertionError("the chain does not take its own block: " + verdict);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
