package org.gruve.practice;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.hash.Hash256;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.stratum.v1.ServerJob;

/**
 * A block that waits for its extranonces and its nonce.
 *
 * @param latestTime the last second, unsigned, at which its nBits are the ones required
 */
record Template(
    String id,
    int height,
    HeaderTemplate header,
    CoinbaseParts coinbase,
    List<Transaction> spends,
    long latestTime) {

  Template {
    spends = List.copyOf(spends);
  }

  /** The same, with no later time than this or its own; unsigned seconds. */
  Template notAfter(long latest) {
    long until = Math.max(Integer.toUnsignedLong(header.time()), Math.min(latestTime, latest));
    return new Template(id, height, header, coinbase, spends, until);
  }

  /** What a hash must meet to be a block. */
  Target networkTarget() {
    return CompactBits.target(header.nbits()).orElseThrow();
  }

  /** The hashes beside the coinbase's way to the root. */
  List<Hash256> branch() {
    return MerkleTree.coinbaseBranch(spends.stream().map(Transaction::txid).toList());
  }

  /** How it is handed out. */
  ServerJob job(boolean clean) {
    return new ServerJob(id, header, coinbase.before(), coinbase.after(), branch(), clean);
  }

  /** The whole block. */
  Block block(BlockHeader mined, byte[] coinbaseBytes) {
    List<Transaction> transactions = new ArrayList<>();
    transactions.add(Transaction.parse(coinbaseBytes));
    transactions.addAll(spends);
    return new Block(mined, transactions);
  }
}
