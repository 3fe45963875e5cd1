package org.gruve.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.core.TransactionInput;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Difficulty;
import org.gruve.core.block.MerkleTree;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Target;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.check.Network;
import org.gruve.core.check.Verdict;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Bytes EXTRANONCE1 = Bytes.ofHex("c0ffee01");
  private static final Bytes EXTRANONCE2 = Bytes.ofHex("00000007");
  private static final long BEGIN = TestChains.BEGIN;

  /** A chain whose blocks were never mined: templates look at no proof of work. */
  private static ChainState unmined(int blocks) {
    ChainState state = new ChainState();
    for (int i = 0; i < blocks; i++) {
      state.extend(unmined(Templates.next(state, BEGIN + 30L * i, i)));
    }
    return state;
  }

  private static Block unmined(Template template) {
    byte[] coinbase = template.coinbase().with(EXTRANONCE1, EXTRANONCE2);
    Hash256 root = MerkleTree.rootFromBranch(Sha256d.hash(coinbase), template.branch());
    int version = template.header().version();
    return template.block(
        template.header().header(version, root, template.header().time(), 0), coinbase);
  }

  private static Block mined(Template template) {
    Block block = unmined(template);
    BlockHeader header = TestMiner.mine(block.header(), template.networkTarget());
    return new Block(header, block.transactions());
  }

  @Test
  void makesBlocksThatTheRulesAcceptWhereCoinsRipen() {
    for (int height : List.of(1, 16, 17, 100, 101, 102, 103)) {
      ChainState state = unmined(height - 1);
      long now = BEGIN + 30L * height;
      Block block = mined(Templates.next(state, now, height));
      assertThat(state.judge(block, now)).isInstanceOf(Verdict.Valid.class);
      int spends = height < 101 ? 0 : 1 + height % 3;
      assertThat(block.transactions()).as("at height %d", height).hasSize(1 + spends);
    }
  }

  @Test
  void spendsEveryRipeCoinOnceAndOnlyRipeOnes() {
    ChainState state = new ChainState();
    Set<OutPoint> spent = new HashSet<>();
    List<Hash256> coinbases = new ArrayList<>();
    for (int height = 1; height <= 250; height++) {
      Block block = unmined(Templates.next(state, BEGIN + 30L * height, height));
      for (Transaction spend : block.transactions().subList(1, block.transactions().size())) {
        for (TxIn input : spend.inputs()) {
          assertThat(spent.add(input.prevout())).as("spent once, at %d", height).isTrue();
        }
      }
      if (height > Coins.MATURITY) {
        Hash256 ripe = block.transactions().get(1).inputs().getFirst().prevout().txid();
        assertThat(ripe).isEqualTo(coinbases.get(height - 1 - Coins.MATURITY));
      }
      coinbases.add(block.transactions().getFirst().txid());
      state.extend(block);
    }
    assertThat(coinbases).doesNotHaveDuplicates();
    assertThat(spent).hasSizeGreaterThan(290);
  }

  @Test
  void makesBlocksThatBitcoinjReadsAlike() {
    ChainState state = unmined(105);
    Block ours = unmined(Templates.next(state, BEGIN + 9000, 1));
    byte[] bytes = ours.bytes();
    org.bitcoinj.core.Block theirs = org.bitcoinj.core.Block.read(ByteBuffer.wrap(bytes));
    assertThat(theirs.getHash().toString()).isEqualTo(ours.header().hash().display());
    assertThat(theirs.getTransactions())
        .extracting(transaction -> transaction.getTxId().toString())
        .isEqualTo(ours.txids().stream().map(Hash256::display).toList());
    assertThat(theirs.getTransactions()).hasSize(2 + 106 % 3);
    Sha256Hash root = Sha256Hash.wrap(ours.header().merkleRoot().display());
    assertThat(recomputedRoot(theirs)).isEqualTo(root);
    TransactionInput coinbase = theirs.getTransactions().getFirst().getInput(0);
    assertThat(coinbase.isCoinBase()).isTrue();
    assertThat(coinbase.getSequenceNumber()).isEqualTo(0xfffffffeL);
    assertThat(theirs.getTransactions().getFirst().lockTime().rawValue()).isEqualTo(105);
    assertThat(new String(coinbase.getScriptBytes(), StandardCharsets.ISO_8859_1))
        .startsWith("\u0001j")
        .contains("/gruve practice/");
  }

  private static Sha256Hash recomputedRoot(org.bitcoinj.core.Block block) {
    List<byte[]> row =
        block.getTransactions().stream().map(tx -> tx.getTxId().serialize()).toList();
    while (row.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < row.size(); i += 2) {
        byte[] left = row.get(i);
        byte[] right = row.get(Math.min(i + 1, row.size() - 1));
        byte[] both = Arrays.copyOf(left, 64);
        System.arraycopy(right, 0, both, 32, 32);
        above.add(Sha256Hash.hashTwice(both));
      }
      row = above;
    }
    return Sha256Hash.wrapReversed(row.getFirst());
  }

  @Test
  void neverSearchesTheSameHeadersTwice() {
    ChainState state = unmined(3);
    Template one = Templates.next(state, BEGIN + 1000, 1);
    Template two = Templates.next(state, BEGIN + 1000, 2);
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(unmined(one).header().merkleRoot()).isNotEqualTo(unmined(two).header().merkleRoot());
  }

  @Test
  void takesATimeAfterTheMedianWhereTheClockIsBehind() {
    ChainState state = unmined(20);
    Template template = Templates.next(state, BEGIN - 100_000, 1);
    assertThat((long) template.header().time()).isEqualTo(BEGIN + 30L * 14 + 1);
  }

  @Test
  void sendsNoDifficultyAboveTheNetworks() {
    Target limit = Network.PRACTICE.pow().limit();
    for (double wanted : new double[] {1e-9, 1e-6, 1e-4, 1, 1e12}) {
      Difficulty sent = ShareDifficulty.of(wanted, limit);
      assertThat(sent.target().value()).isGreaterThanOrEqualTo(limit.value());
      assertThat(sent.value().doubleValue())
          .isEqualTo(Math.min(wanted, Difficulty.of(limit)), within(1e-12));
    }
  }
}
