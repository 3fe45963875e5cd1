package org.gruve.node;

import java.util.ArrayList;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.work.Extranonce2;
import org.gruve.core.work.HeaderTemplate;
import org.gruve.core.work.Job;
import org.gruve.core.work.JobOrigin;
import org.gruve.core.work.MerkleSource;
import org.gruve.core.work.Share;

/**
 * A template made into a job that pays to us, and back: the block of a share of that job.
 * Immutable.
 */
public final class SoloWork {
  /** The longest tag. */
  public static final int MOST_TAG = 40;

  private final Template template;
  private final SoloCoinbase coinbase;
  private final Job job;

  private SoloWork(Template template, SoloCoinbase coinbase, Job job) {
    this.template = template;
    this.coinbase = coinbase;
    this.job = job;
  }

  /**
   * Builds the coinbase and the merkle branch.
   *
   * @param id for people and logs
   * @param payout the script that gets the whole value
   * @param tag what else to write into the coinbase's input, at most 40 bytes; left out where the
   *     node's own values need the room
   * @param extranonce1 4 bytes that no other miner with the same template and payout has
   * @throws TemplateException where the template leaves no room for the coinbase
   */
  public static SoloWork of(
      String id,
      Template template,
      Bytes payout,
      Bytes tag,
      Bytes extranonce1,
      boolean clean,
      JobOrigin origin) {
    if (tag.size() > MOST_TAG || extranonce1.size() != SoloCoinbase.EXTRANONCE1) {
      throw new IllegalArgumentException("a tag has 40 bytes at most, and an extranonce1 four");
    }
    SoloCoinbase coinbase = SoloCoinbase.of(template, payout, tag, extranonce1);
    List<Hash256> branch =
        MerkleTree.coinbaseBranch(template.transactions().stream().map(Transaction::txid).toList());
    Job job =
        new Job(
            id,
            new HeaderTemplate(
                template.version(), template.previousHash(), template.time(), template.nbits()),
            new MerkleSource.Coinbase(
                coinbase.prefix(), SoloCoinbase.EXTRANONCE2, coinbase.suffix(), branch),
            template.versionMask(),
            template.target(),
            clean,
            origin);
    SoloWork work = new SoloWork(template, coinbase, job);
    work.checkWeight();
    return work;
  }

  /** Its template. */
  public Template template() {
    return template;
  }

  /** The job; shares of it are blocks. */
  public Job job() {
    return job;
  }

  /** The serialised block of a share of {@link #job()}. */
  public byte[] block(Share share) {
    return block(share.header(), share.candidate().work().extranonce2()).bytes();
  }

  /** A block of this job without work, as getblocktemplate's proposal mode takes it. */
  public byte[] proposal() {
    return proposed().bytes();
  }

  /** The same, taken apart. */
  Block proposed() {
    Extranonce2 first = new Extranonce2(0, SoloCoinbase.EXTRANONCE2);
    Hash256 leaf = Sha256d.hash(coinbase.with(first.bytes()));
    Hash256 root = MerkleTree.rootFromBranch(leaf, branch());
    HeaderTemplate header = job.header();
    return block(header.header(header.version(), root, header.time(), 0), first);
  }

  private Block block(BlockHeader header, Extranonce2 extranonce2) {
    List<Transaction> all = new ArrayList<>(1 + template.transactions().size());
    all.add(witnessed(Transaction.parse(coinbase.with(extranonce2.bytes()))));
    all.addAll(template.transactions());
    return new Block(header, all);
  }

  /** Where nothing is committed to, a witness would be an unexpected one. */
  private Transaction witnessed(Transaction bare) {
    if (!template.witness()) {
      return bare;
    }
    TxIn input = bare.inputs().getFirst();
    List<Bytes> witness = List.of(CommitmentOutput.RESERVED_VALUE);
    TxIn full = new TxIn(input.prevout(), input.script(), input.sequence(), witness);
    return new Transaction(bare.version(), List.of(full), bare.outputs(), bare.lockTime());
  }

  private List<Hash256> branch() {
    return ((MerkleSource.Coinbase) job.merkle()).branch();
  }

  private void checkWeight() {
    int weight = proposed().weight();
    if (weight > template.weightLimit()) {
      throw TemplateException.of(
          "transactions",
          "leave no room for a coinbase: the block would weigh "
              + weight
              + " of "
              + template.weightLimit());
    }
  }
}
