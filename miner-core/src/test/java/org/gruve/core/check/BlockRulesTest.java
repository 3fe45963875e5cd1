package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gruve.core.check.RegtestBlocks.block;
import static org.gruve.core.check.RegtestBlocks.coinbase;
import static org.gruve.core.check.RegtestBlocks.spend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gruve.core.block.Block;
import org.gruve.core.block.BlockHeader;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.check.Verdict.Kind;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.hash.Sha256d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRulesTest {
  private static final Bytes RESERVED = Bytes.of(new byte[32]);
  private static final TxOut WRONG = new TxOut(0, Bytes.ofHex("6a24aa21a9ed" + "00".repeat(32)));

  private final TestChain chain = TestChain.of(Network.REGTEST);

  @Test
  void aCoinbaseAloneIsABlock() {
    assertThat(accept(block(chain, List.of(coinbase(1))))).isEqualTo(Verdict.valid());
  }

  @Test
  void anotherRootIsBadTxnmrklroot() {
    Block block = block(chain, List.of(coinbase(1)), header -> header.withMerkleRoot(Hash256.ZERO));
    assertBroken(block, "bad-txnmrklroot", Kind.MUTATED);
  }

  @Test
  void aRepeatedEndIsBadTxnsDuplicate() {
    List<Transaction> three = List.of(coinbase(1), spend(1), spend(2));
    Block honest = block(chain, three);
    List<Transaction> four = new ArrayList<>(three);
    four.add(spend(2));
    assertBroken(new Block(honest.header(), four), "bad-txns-duplicate", Kind.MUTATED);
    assertThat(accept(honest).isValid()).isTrue();
  }

  @Test
  void withoutTransactionsTheLengthIsBad() {
    assertBroken(block(chain, List.of()), "bad-blk-length", Kind.FINAL);
  }

  @Test
  void moreThanAMillionBytesIsBadBlkLength() {
    TxOut large = new TxOut(0, Bytes.of(new byte[999_900]));
    Bytes script = coinbase(1).inputs().getFirst().script();
    assertBroken(block(chain, List.of(coinbase(script, List.of(large)))), "bad-blk-length");
  }

  @Test
  void theFirstTransactionAndNoOtherIsACoinbase() {
    assertBroken(block(chain, List.of(spend(1))), "bad-cb-missing");
    Transaction other = coinbase(Bytes.ofHex("5151"), List.of());
    assertBroken(block(chain, List.of(coinbase(1), other)), "bad-cb-multiple");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 101})
  void coinbaseScriptsOfOtherLengthsAreRefused(int size) {
    byte[] script = new byte[size];
    script[0] = 0x51;
    assertBroken(block(chain, List.of(coinbase(Bytes.of(script), List.of()))), "bad-cb-length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5200", "010100", "020100"})
  void theCoinbaseBeginsWithTheHeightInItsShortestForm(String script) {
    assertBroken(block(chain, List.of(coinbase(Bytes.ofHex(script), List.of()))), "bad-cb-height");
  }

  @Test
  void mainChainBlocksNeededNoHeightBeforeBip34() {
    Block block = block(chain, List.of(coinbase(Bytes.ofHex("5200"), List.of())));
    Context context = Context.NONE.withAncestors(chain);
    assertThat(BlockRules.contextualCheckBlock(Network.MAIN, block, context).isValid()).isTrue();
  }

  @Test
  void aLockedTransactionIsNotFinal() {
    Transaction locked = spend(1, 0, 1);
    assertBroken(block(chain, List.of(coinbase(1), locked)), "bad-txns-nonfinal");
    assertThat(FinalRules.isFinal(locked, 2, 0)).isTrue();
    assertThat(FinalRules.isFinal(spend(1, TxIn.SEQUENCE_FINAL, 1), 1, 0)).isTrue();
    assertThat(FinalRules.isFinal(spend(1, 0, 500_000_000), 1, 500_000_000)).isFalse();
    assertThat(FinalRules.isFinal(spend(1, 0, 500_000_000), 1, 500_000_001)).isTrue();
    assertThat(FinalRules.isFinal(spend(1, 0, -1), 1, 0xffff_ffffL)).isFalse();
  }

  @Test
  void aWitnessNeedsACommitment() {
    Transaction plain = spend(1);
    TxIn input = plain.inputs().getFirst();
    TxIn signed = new TxIn(input.prevout(), input.script(), 0, List.of(Bytes.ofHex("01")));
    Transaction whole = new Transaction(2, List.of(signed), plain.outputs(), 0);
    assertBroken(block(chain, List.of(coinbase(1), whole)), "unexpected-witness", Kind.MUTATED);
  }

  @Test
  void aCommitmentNeedsItsReservedValue() {
    Transaction bare = committing(List.of(), WRONG);
    assertBroken(block(chain, List.of(bare)), "bad-witness-nonce-size", Kind.MUTATED);
    Transaction two = committing(List.of(RESERVED, RESERVED), WRONG);
    assertBroken(block(chain, List.of(two)), "bad-witness-nonce-size", Kind.MUTATED);
    Transaction shorter = committing(List.of(Bytes.of(new byte[31])), WRONG);
    assertBroken(block(chain, List.of(shorter)), "bad-witness-nonce-size", Kind.MUTATED);
  }

  @Test
  void theLastCommitmentMustHold() {
    Hash256 commitment = Sha256d.hash(new byte[32], RESERVED.toArray());
    TxOut right = new TxOut(0, Bytes.ofHex("6a24aa21a9ed").then(Bytes.of(commitment.bytes())));
    Transaction wrongLast = committing(List.of(RESERVED), right, WRONG);
    assertBroken(block(chain, List.of(wrongLast)), "bad-witness-merkle-match", Kind.MUTATED);
    Transaction rightLast = committing(List.of(RESERVED), WRONG, right);
    assertThat(accept(block(chain, List.of(rightLast))).isValid()).isTrue();
  }

  @Test
  void witnessesCountInTheWeight() {
    Transaction coinbase = coinbase(1);
    TxIn input = coinbase.inputs().getFirst();
    List<Bytes> items = Collections.nCopies(1000, Bytes.of(new byte[4000]));
    TxIn heavy = new TxIn(input.prevout(), input.script(), input.sequence(), items);
    Transaction whole = new Transaction(1, List.of(heavy), coinbase.outputs(), 0);
    Block block = block(chain, List.of(whole));
    assertThat(reason(BlockRules.checkWeight(block))).isEqualTo("bad-blk-weight");
  }

  @Test
  void theCoinbaseTakesSubsidyAndFeesAtTheMost() {
    Block block = block(chain, List.of(coinbase(1)));
    assertThat(BlockRules.checkCoinbaseValue(Network.REGTEST, block, 149, 0).isValid()).isTrue();
    assertThat(reason(BlockRules.checkCoinbaseValue(Network.REGTEST, block, 150, 0)))
        .isEqualTo("bad-cb-amount");
    long fees = 25 * Subsidy.COIN;
    assertThat(BlockRules.checkCoinbaseValue(Network.REGTEST, block, 150, fees).isValid()).isTrue();
  }

  @Test
  void aBlocksOwnRulesAreAskedBeforeThoseOfItsPlace() {
    Block block =
        block(
            chain,
            List.of(),
            header ->
                new BlockHeader(
                    1, header.prevHash(), header.merkleRoot(), header.time(), header.nbits(), 0));
    assertBroken(block, "bad-blk-length");
  }

  @Test
  void mutatedTransactionsAreToldFromBadOnes() {
    Block good = block(chain, List.of(coinbase(1), spend(1), spend(2)));
    assertThat(BlockRules.isMutated(good, true)).isFalse();
    List<Transaction> repeated = new ArrayList<>(good.transactions());
    repeated.add(spend(2));
    assertThat(BlockRules.isMutated(new Block(good.header(), repeated), true)).isTrue();
    Block other = new Block(good.header(), List.of(coinbase(1)));
    assertThat(BlockRules.isMutated(other, true)).isTrue();
    Transaction pair =
        new Transaction(1, spend(1).inputs(), List.of(new TxOut(0, Bytes.ofHex("51515151"))), 0);
    assertThat(pair.strippedSize()).isEqualTo(64);
    assertThat(BlockRules.isMutated(block(chain, List.of(pair)), true)).isTrue();
    assertThat(BlockRules.isMutated(block(chain, List.of(spend(1))), true)).isFalse();
    Block wrong = block(chain, List.of(committing(List.of(RESERVED), WRONG)));
    assertThat(BlockRules.isMutated(wrong, true)).isTrue();
  }

  private static Transaction committing(List<Bytes> witness, TxOut... commitments) {
    TxIn input = coinbase(1).inputs().getFirst();
    Transaction bare = coinbase(input.script(), List.of(commitments));
    TxIn whole = new TxIn(input.prevout(), input.script(), input.sequence(), witness);
    return new Transaction(1, List.of(whole), bare.outputs(), 0);
  }

  private Verdict accept(Block block) {
    return RegtestBlocks.accept(block, chain, block.header().time());
  }

  private void assertBroken(Block block, String reason) {
    assertBroken(block, reason, Kind.FINAL);
  }

  private void assertBroken(Block block, String reason, Kind kind) {
    assertThat(accept(block))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.rejectReason()).isEqualTo(reason);
              assertThat(invalid.kind()).isEqualTo(kind);
              assertThat(invalid.sentence()).isNotBlank();
            });
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Invalid invalid ? invalid.rejectReason() : "";
  }
}
