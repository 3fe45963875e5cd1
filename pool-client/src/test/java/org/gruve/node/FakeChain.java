package org.gruve.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.core.NetworkParameters;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.CompactBits;
import org.gruve.core.block.FormatException;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.ScriptPush;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Ancestors;
import org.gruve.core.check.Arrival;
import org.gruve.core.check.ChainState;
import org.gruve.core.check.Network;
import org.gruve.core.check.Report;
import org.gruve.core.check.Subsidy;
import org.gruve.core.check.Verdict;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.gruve.core.script.BouncyCastleVerifier;
import org.gruve.core.script.SpotChecks;

/**
 * The regtest chain behind fake nodes: it takes what keeps the project's own rules and what
 * bitcoinj can read alike, and answers with Bitcoin Core's words. Safe for many threads.
 */
final class FakeChain {
  private static final Bytes ANYONE = Bytes.ofHex("51");
  private static final Bytes COMMITMENT = Bytes.ofHex("6a24aa21a9ed");

  /** A good year after regtest's genesis. */
  private static final long BEGIN = 1_296_688_602L + 600 * 60_000;

  private final ChainState state =
      new ChainState(
          Network.REGTEST,
          SpotChecks.of(new BouncyCastleVerifier(), new java.util.SplittableRandom(1)),
          Runnable::run);
  private final Map<Hash256, Integer> known = new HashMap<>();
  private final List<Block> submitted = new ArrayList<>();
  private long now = BEGIN;
  private int serial;

  FakeChain() {
    known.put(tip(), 0);
  }

  synchronized Hash256 tip() {
    return state.best().parent().hash();
  }

  synchronized int height() {
    return state.best().height();
  }

  synchronized long now() {
    return now;
  }

  /** What was taken in by submitblock, in order. */
  synchronized List<Block> submitted() {
    return List.copyOf(submitted);
  }

  /** A block of somebody else on the tip. */
  synchronized Block mine() {
    return mineOn(tip(), height());
  }

  /** Two blocks of somebody else on the tip's parent. */
  synchronized void reorganise() {
    Hash256 parent = state.best().parent().prevHash();
    Block first = mineOn(parent, height() - 1);
    mineOn(first.header().hash(), height());
  }

  private Block mineOn(Hash256 parent, int parentHeight) {
    now++;
    Transaction coinbase = coinbase(parentHeight + 1);
    Hash256 root = MerkleTree.root(List.of(coinbase.txid())).hash();
    BlockHeader header = new BlockHeader(0x20000000, parent, root, (int) now, 0x207fffff, 0);
    Target target = CompactBits.target(0x207fffff).orElseThrow();
    while (!target.isMetBy(header.hash())) {
      header = header.withNonce(header.nonce() + 1);
    }
    Block block = new Block(header, List.of(coinbase));
    Arrival arrival = accept(block, parentHeight + 1);
    if (arrival.outcome() == Arrival.Outcome.REFUSED) {
      throw new AssertionError("the fake chain does not take its own block: " + arrival);
    }
    return block;
  }

  private Transaction coinbase(int height) {
    Bytes script = ScriptPush.number(height).then(ScriptPush.data(Bytes.ofHex(serial(++serial))));
    TxIn input = new TxIn(new OutPoint(Hash256.ZERO, -1), script, -1, List.of());
    TxOut output = new TxOut(Subsidy.at(Network.REGTEST, height), ANYONE);
    return new Transaction(2, List.of(input), List.of(output), 0);
  }

  private static String serial(int number) {
    return HexFormat.of().toHexDigits(number);
  }

  /** submitblock's answer (facts: null, a word, or an exception for what is no block). */
  synchronized Optional<String> submit(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Block block;
    try {
      block = Block.parse(bytes);
    } catch (FormatException e) {
      throw new IllegalArgumentException("Block decode failed", e);
    }
    sameToBitcoinj(bytes, block);
    boolean old = known.containsKey(block.header().hash());
    Integer parent = known.get(block.header().prevHash());
    if (parent == null) {
      return Optional.of("prev-blk-not-found");
    }
    Arrival arrival = accept(block, parent + 1);
    return switch (arrival.outcome()) {
      case CONNECTED -> taken(block);
      case KNOWN -> Optional.of("duplicate");
      case BESIDE -> Optional.of(old ? "duplicate" : "inconclusive");
      case WAITING -> Optional.of("prev-blk-not-found");
      case REFUSED -> Optional.of(reason(arrival.verdict()));
    };
  }

  private Optional<String> taken(Block block) {
    submitted.add(block);
    return Optional.empty();
  }

  /** The answer to a proposal. */
  synchronized Optional<String> propose(String hex) {
    Block block = Block.parse(HexFormat.of().parseHex(hex));
    if (!block.header().prevHash().equals(tip())) {
      return Optional.of("inconclusive-not-best-prevblk");
    }
    Block mined = new Block(withWork(block.header()), block.transactions());
    Report report = state.test(mined, now);
    return report.verdict().isValid() ? Optional.empty() : Optional.of(reason(report.verdict()));
  }

  private static BlockHeader withWork(BlockHeader header) {
    BlockHeader worked = header;
    Target target = CompactBits.target(header.nbits()).orElseThrow();
    while (!target.isMetBy(worked.hash())) {
      worked = worked.withNonce(worked.nonce() + 1);
    }
    return worked;
  }

  private Arrival accept(Block block, int height) {
    Arrival arrival = state.accept(block, now);
    if (arrival.outcome() == Arrival.Outcome.CONNECTED
        || arrival.outcome() == Arrival.Outcome.BESIDE) {
      known.put(block.header().hash(), height);
      notifyAll();
    }
    return arrival;
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Verdict.Invalid broken ? broken.rejectReason() : "rejected";
  }

  /** An implementation that is not ours reads the same block, with the same merkle root. */
  private static void sameToBitcoinj(byte[] bytes, Block block) {
    org.bitcoinj.core.Block theirs =
        NetworkParameters.of(BitcoinNetwork.REGTEST)
            .getDefaultSerializer()
            .makeBlock(java.nio.ByteBuffer.wrap(bytes));
    boolean same =
        theirs.getHash().toString().equals(block.header().hash().display())
            && theirs.getTransactions().size() == block.transactions().size();
    if (!same) {
      throw new AssertionError("bitcoinj reads another block");
    }
  }

  /** Waits until the tip is another than this; returns at the end of somebody's patience, too. */
  synchronized void awaitOther(Hash256 old, java.util.function.BooleanSupplier end)
      throws InterruptedException {
    while (tip().equals(old) && !end.getAsBoolean()) {
      wait(50);
    }
  }

  /** The height of a known block, and its confirmations: -1 beside the best chain. */
  synchronized Optional<int[]> place(Hash256 hash) {
    Integer height = known.get(hash);
    if (height == null) {
      return Optional.empty();
    }
    Ancestors best = state.best();
    boolean on = height <= best.height() && best.header(height).hash().equals(hash);
    return Optional.of(new int[] {height, on ? best.height() - height + 1 : -1});
  }

  /** The commitment to no witness but the coinbase's. */
  static String commitment() {
    byte[] root = Hash256.ZERO.bytes();
    return COMMITMENT.hex() + HexFormat.of().formatHex(Sha256d.hash(root, new byte[32]).bytes());
  }
}
