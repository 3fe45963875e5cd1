package org.gruve.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gruve.core.block.Block;
import org.gruve.core.block.OutPoint;
import org.gruve.core.block.Transaction;
import org.gruve.core.block.TxIn;
import org.gruve.core.block.TxOut;
import org.gruve.core.check.Verdict.Invalid;
import org.gruve.core.hash.Bytes;
import org.gruve.core.hash.Hash256;
import org.gruve.core.script.ScriptFlag;
import org.gruve.core.script.ScriptFlags;
import org.gruve.core.script.ScriptForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundaries of the rules that look at what is spent. */
class CoinRulesTest {
  private static final long MOST = Subsidy.MAX_MONEY;
  private static final int HEIGHT = 1000;
  private static final int START = 1_600_000_000;

  @ParameterizedTest
  @CsvSource({"900, true, ''", "901, true, bad-txns-premature-spend-of-coinbase", "999, false, ''"})
  void aCoinbaseRipensForAHundredBlocks(int made, boolean coinbase, String reason) {
    Coin coin = Coin.of(new TxOut(5, Bytes.EMPTY), made, coinbase);
    assertThat(reason(TxInputs.check(spend(2, 0, 5, coin), OptionalInt.of(HEIGHT))))
        .isEqualTo(reason);
  }

  @Test
  void inputsStayWithinAllMoney() {
    assertThat(inputs(MOST, MOST)).isEmpty();
    assertThat(inputs(MOST, MOST + 1)).isEqualTo("bad-txns-inputvalues-outofrange");
    assertThat(inputs(MOST, MOST, 1)).isEqualTo("bad-txns-inputvalues-outofrange");
    assertThat(inputs(0, -1)).isEqualTo("bad-txns-inputvalues-outofrange");
  }

  @Test
  void outputsHoldNoMoreThanInputs() {
    assertThat(inputs(10, 10)).isEmpty();
    assertThat(inputs(11, 10)).isEqualTo("bad-txns-in-belowout");
    assertThat(TxInputs.fee(spend(2, 0, 4, coin(10)))).hasValue(6);
  }

  @Test
  void whatIsNotKnownIsNotHeldAgainstATransaction() {
    Spend spend = spend(2, 0, 100, coin(10), null);
    assertThat(TxInputs.check(spend, OptionalInt.of(HEIGHT)).isValid()).isTrue();
    assertThat(TxInputs.fee(spend)).isEmpty();
    Spend negative = spend(2, 0, 100, coin(-1), null);
    assertThat(reason(TxInputs.check(negative, OptionalInt.of(HEIGHT))))
        .isEqualTo("bad-txns-inputvalues-outofrange");
  }

  /** A coin of height 990 and a lock of 10 blocks: good from height 1000 on. */
  @ParameterizedTest
  @CsvSource({
    "2, 10, 990, ''", "2, 11, 990, bad-txns-nonfinal", "1, 11, 990, ''",
    "-1, 11, 990, bad-txns-nonfinal", "2, -2147483637, 990, ''", "2, 65546, 990, ''",
  })
  void locksInBlocksRunOutAtTheirHeight(int version, int sequence, int made, String reason) {
    Coin coin = Coin.of(new TxOut(5, Bytes.EMPTY), made, false);
    assertThat(reason(locks(spend(version, sequence, 5, coin)))).isEqualTo(reason);
  }

  /** Median times go up by 600 a block; a coin's clock starts with the block before it. */
  @ParameterizedTest
  @CsvSource({"990, 11, ''", "990, 12, bad-txns-nonfinal", "0, 1000, ''", "1, 1000, ''"})
  void locksInTimeRunOutByTheMedian(int made, int units, String reason) {
    Coin coin = Coin.of(new TxOut(5, Bytes.EMPTY), made, false);
    Spend spend = spend(2, 1 << 22 | units, 5, coin);
    assertThat(reason(locks(spend))).isEqualTo(reason);
  }

  @Test
  void locksOfUnknownOriginAreLeftUnchecked() {
    Coin coin = new Coin(new TxOut(5, Bytes.EMPTY), Optional.empty());
    assertThat(locks(spend(2, 1, 5, coin)).unchecked())
        .extracting(Verdict.Unchecked::clause)
        .containsExactly(Clause.SEQUENCE_LOCKS);
    assertThat(locks(spend(2, -1, 5, coin)).unchecked()).isEmpty();
    assertThat(locks(spend(1, 1, 5, coin)).unchecked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIN, 363724, 'P2SH,WITNESS,TAPROOT'",
    "MAIN, 363725, 'P2SH,DERSIG,WITNESS,TAPROOT'",
    "MAIN, 388381, 'P2SH,DERSIG,CHECKLOCKTIMEVERIFY,WITNESS,TAPROOT'",
    "MAIN, 419328, 'P2SH,DERSIG,CHECKLOCKTIMEVERIFY,CHECKSEQUENCEVERIFY,WITNESS,TAPROOT'",
    "MAIN, 481824, 'P2SH,DERSIG,NULLDUMMY,CHECKLOCKTIMEVERIFY,CHECKSEQUENCEVERIFY,WITNESS,TAPROOT'",
    "TESTNET3, 834623, 'P2SH,DERSIG,CHECKLOCKTIMEVERIFY,CHECKSEQUENCEVERIFY,WITNESS,TAPROOT'",
  })
  void flagsFollowFromTheHeight(Network network, int height, String flags) {
    assertThat(BlockScriptFlags.of(network, height, Hash256.ZERO))
        .isEqualTo(ScriptFlags.parse(flags));
  }

  @Test
  void threeBlocksHaveFlagsOfTheirOwn() {
    Hash256 bip16 =
        Hash256.fromDisplay("00000000000002dc756eebf4f49723ed8d30cc28a5f108eb94b1ba88ac4f9c22");
    Hash256 taproot =
        Hash256.fromDisplay("0000000000000000000f14c35b2d841e986ab5441de8c585d5ffe55ea1e395ad");
    assertThat(BlockScriptFlags.of(Network.MAIN, 170_060, bip16)).isEqualTo(ScriptFlags.NONE);
    assertThat(BlockScriptFlags.of(Network.MAIN, 692_261, taproot).has(ScriptFlag.TAPROOT))
        .isFalse();
    assertThat(BlockScriptFlags.of(Network.MAIN, 692_261, taproot).has(ScriptFlag.NULLDUMMY))
        .isTrue();
  }

  @Test
  void twoBlocksMayMakeTheirCoinbaseAgain() {
    Hash256 repeat =
        Hash256.fromDisplay("00000000000a4d0a398161ffc163c503763b1f4360639393e0e4c8e300e0caec");
    Hash256 overwritten =
        Hash256.fromDisplay("00000000000271a2dc26e7667f8419f2e15416dc6955e5a6c6cdf3f2574dd08e");
    TestChain chain = new TestChain(91_841, List.of(Network.MAIN.genesisHeader()));
    assertThat(Bip30.isEnforced(Network.MAIN, chain, repeat)).isFalse();
    assertThat(Bip30.isEnforced(Network.MAIN, chain, overwritten)).isTrue();
  }

  /** Where the BIP34 block is not main's own, BIP30 has to be asked at any height. */
  @Test
  void bip30IsAskedWhereBip34IsNotKnownToHold() {
    TestChain chain = new TestChain(227_931, List.of(Network.MAIN.genesisHeader()));
    assertThat(Bip30.isEnforced(Network.MAIN, chain, Hash256.ZERO)).isTrue();
    assertThat(Bip30.isEnforced(Network.REGTEST, chain, Hash256.ZERO)).isTrue();
  }

  @Test
  void nobodySpendsWhatBeginsWithReturnOrIsTooLong() {
    assertThat(ScriptForm.isUnspendable(Bytes.ofHex("6a"))).isTrue();
    assertThat(ScriptForm.isUnspendable(Bytes.ofHex("516a"))).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.EMPTY)).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.of(new byte[10_000]))).isFalse();
    assertThat(ScriptForm.isUnspendable(Bytes.of(new byte[10_001]))).isTrue();
  }

  /** Files of prevouts may name what the block itself makes, which proves nothing of its order. */
  @Test
  void nothingIsSpentBeforeItsBlockMakesIt() {
    Transaction parent = spend(2, 0, 4, coin(10)).transaction();
    OutPoint made = new OutPoint(parent.txid(), 0);
    TxIn input = new TxIn(made, Bytes.EMPTY, TxIn.SEQUENCE_FINAL, List.of());
    Transaction child = new Transaction(2, List.of(input), parent.outputs(), 0);
    CoinView named = CoinView.named(Map.of(made, Coin.of(parent.outputs().getFirst(), 9, false)));
    BlockCoins coins = new BlockCoins(named, List.of(child, parent), OptionalInt.of(HEIGHT));
    assertThat(coins.look(1, child)).isEmpty();
    assertThat(coins.isMissing(made)).isTrue();
    coins.update(parent);
    assertThat(coins.look(1, child)).isPresent();
  }

  @Test
  void allFeesTogetherStayWithinAllMoney() {
    Spend first = spend(2, -1, 0, coin(MOST));
    Transaction other =
        new Transaction(1, first.transaction().inputs(), List.of(new TxOut(0, Bytes.EMPTY)), 0);
    TxIn input = new TxIn(new OutPoint(other.txid(), 0), Bytes.EMPTY, -1, List.of());
    Transaction second = new Transaction(2, List.of(input), List.of(new TxOut(0, Bytes.EMPTY)), 0);
    Map<OutPoint, Coin> coins =
        Map.of(
            first.transaction().inputs().getFirst().prevout(), coin(MOST),
            input.prevout(), coin(1));
    List<Transaction> all = List.of(RegtestBlocks.coinbase(1), first.transaction(), second);
    Block block = RegtestBlocks.block(TestChain.of(Network.REGTEST), all);
    Context context = Context.NONE.withHeight(1).withCoins(CoinView.named(coins));
    assertThat(reason(new BlockConnection(Network.REGTEST, block, context).check(_ -> {})))
        .isEqualTo("bad-txns-accumulated-fee-outofrange");
  }

  /** No fee of one transaction can be: its inputs were found to be in range before. */
  @Test
  void amountsAreInRangeUpToAllMoney() {
    assertThat(TxInputs.moneyRange(MOST)).isTrue();
    assertThat(TxInputs.moneyRange(MOST + 1)).isFalse();
    assertThat(TxInputs.moneyRange(-1)).isFalse();
  }

  private static String inputs(long out, long... values) {
    Coin[] coins = new Coin[values.length];
    for (int i = 0; i < values.length; i++) {
      coins[i] = coin(values[i]);
    }
    return reason(TxInputs.check(spend(2, 0, out, coins), OptionalInt.of(HEIGHT)));
  }

  private static Verdict locks(Spend spend) {
    TestChain chain = new TestChain(0, List.of());
    for (int i = 0; i < HEIGHT; i++) {
      chain.add(START + 600 * i, 0x207fffff);
    }
    Context context = Context.NONE.withAncestors(chain);
    return SequenceLocks.calculate(spend.transaction(), spend.coins(), context).evaluate(context);
  }

  private static Coin coin(long value) {
    return Coin.of(new TxOut(value, Bytes.EMPTY), 5, false);
  }

  private static Spend spend(int version, int sequence, long out, @Nullable Coin... coins) {
    List<TxIn> inputs = new ArrayList<>();
    List<@Nullable Coin> spent = new ArrayList<>();
    for (int i = 0; i < coins.length; i++) {
      OutPoint prevout = new OutPoint(Hash256.ZERO, i);
      inputs.add(new TxIn(prevout, Bytes.EMPTY, sequence, List.of()));
      spent.add(coins[i]);
    }
    TxOut output = new TxOut(out, Bytes.EMPTY);
    return new Spend(0, new Transaction(version, inputs, List.of(output), 0), spent);
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Invalid invalid ? invalid.rejectReason() : "";
  }
}
